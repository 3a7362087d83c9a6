"""The letters of resolution in the office's own wording: to a unit, to a person, about a person who was cleared."""

from datetime import date

from yixian.protection.officer import Officer
from yixian.reception.actions import FilledPaper, fill_paper, words_of_office
from yixian.reception.papers.engine import say
from yixian.reception.papers.words import day_of
from yixian.regulations.accusation_rules import CLARIFICATION
from yixian.regulations.discipline_enforcement import DISCIPLINE_ADVICE, INQUIRY, INQUIRY_REPLY_TERM
from yixian.regulations.outcomes import Advice
from yixian.regulations.supervision_law import SUPERVISION_ADVICE
from yixian.resolution.facts import ClarificationFacts, InquiryFacts, RecommendationFacts
from yixian.resolution.inquiring import reply_due

ADVICE_PAPERS = {Advice.PARTY: "party_advice", Advice.STATE: "state_advice"}
ADVICE_ARTICLES = {Advice.PARTY: DISCIPLINE_ADVICE, Advice.STATE: SUPERVISION_ADVICE}


def inquiry_letter(
    by: Officer, facts: InquiryFacts, person: tuple[str, str], number: str, on: date
) -> FilledPaper:
    """函询通知书, with the sheet of the reply: ``person`` is the opened name and post."""
    name, post = person
    values = {
        **words_of_office(by.organ_id),
        "文号": number,
        "发文日期": on,
        "被函询人": name,
        "职务": post or "—",
        "所在党组织": facts.unit.strip(),
        "函询问题": facts.questions.strip(),
        "回复期限": _until_replied(on),
        "函询依据": INQUIRY.cite(),
    }
    return fill_paper(by.organ_id, "inquiry", values)


def _until_replied(on: date) -> str:
    """The term runs from receipt; whoever receives it on the day of the letter reads the last day itself."""
    last = reply_due(on)
    return (
        f"自收到本通知书之日起{INQUIRY_REPLY_TERM.span}内"
        f"（{say(on)}收到的，最后一天为{day_of(last.on, last.provisional)}；以后收到的，相应顺延）"
    )


def advice_letter(by: Officer, facts: RecommendationFacts, number: str, on: date) -> FilledPaper:
    """纪律检查建议书 or 监察建议书, as it would be issued."""
    values = {
        **words_of_office(by.organ_id),
        "文号": number,
        "发文日期": on,
        "受文单位": facts.unit.strip(),
        "发现的问题": facts.found.strip(),
        "建议内容": facts.advice.strip(),
        "回复期限": facts.due_on,
        "建议依据": ADVICE_ARTICLES[facts.kind].cite(),
    }
    return fill_paper(by.organ_id, ADVICE_PAPERS[facts.kind], values)


def clarification_letter(
    by: Officer, facts: ClarificationFacts, person: tuple[str, str], number: str, on: date
) -> FilledPaper:
    """澄清函: ``person`` is the opened name and post; nothing of the report but how it ended."""
    name, post = person
    values = {
        **words_of_office(by.organ_id),
        "文号": number,
        "发文日期": on,
        "受文单位": facts.receiver.strip(),
        "被澄清人": name,
        "职务": post or "—",
        "核查结论": facts.finding.strip(),
        "知悉范围": facts.scope.strip(),
        "澄清依据": CLARIFICATION.cite(),
    }
    return fill_paper(by.organ_id, "clarification", values)

"""What a clue adds to the electronic copy of a file: decisions, verification, evidence as it was taken, talks."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TypeVar

from yixian.protection.texts import read_text
from yixian.reception.actions import FilledPaper
from yixian.regulations.archiving import FilePart
from yixian.resolution.actions.county_review import open_county_paper
from yixian.resolution.actions.evidence import open_evidence
from yixian.resolution.actions.inquiries import open_inquiry_paper, print_inquiry
from yixian.resolution.actions.listing import print_evidence_list
from yixian.resolution.actions.talks import print_talk
from yixian.resolution.electronic.opener import ON_PAPER, Enclosed, Opener, left_out
from yixian.resolution.enums import Decision
from yixian.resolution.filing import IndexLine
from yixian.resolution.models import Clue, CountyReview, Evidence, InquiryPaper, Verification
from yixian.resolution.models.decided import Decided
from yixian.resolution.papers.sheet import Pair, sheet
from yixian.resolution.queries.verification import tasks_of
from yixian.toolkit.files.kinds import FileKind
from yixian.toolkit.wording import cn_date

D = TypeVar("D", bound=Decided)
CONCLUSION, VERIFICATION, GROUNDS = FilePart.CONCLUSION, FilePart.VERIFICATION, FilePart.GROUNDS


def of_clue(opener: Opener, clue: Clue) -> Iterator[Enclosed]:
    """In no order; the caller sorts. A text is opened only by whoever may read its clue."""
    yield _written(
        opener,
        clue,
        VERIFICATION,
        IndexLine("问题线索登记", on=clue.received_on),
        (),
        {"summary": "需要核实的问题"},
        clue,
    )
    yield from _decisions(opener, clue)
    yield from _inquiries(opener, clue)
    for report in clue.reports.all():
        for review in report.county_reviews.all():
            if review.is_answered:
                yield from _of_review(opener, clue, review)
    if hasattr(clue, "verification"):
        yield from _of_verification(opener, clue, clue.verification)


def _decisions(opener: Opener, clue: Clue) -> Iterator[Enclosed]:
    for outcome in _approved(clue.outcomes.all()):
        facts = (
            ("被反映人", opener.names.get(outcome.person_id, "")),
            ("属实程度", outcome.get_truth_display()),
            ("处理方式", outcome.get_measure_display()),
            ("四种形态", outcome.get_form_display()),
            ("决定机关", outcome.deciding_organ.name),
            ("挽回损失", f"{outcome.losses_recovered}元" if outcome.losses_recovered else ""),
            *_who(outcome, "proposed"),
        )
        line = IndexLine(f"被反映人（{outcome.person.position}）处理意见和审批", on=outcome.decided_on)
        yield _written(opener, clue, CONCLUSION, line, facts, {"reason": "认定与处理理由"}, outcome)
    for report in _approved(clue.reports.all()):
        facts = (("建议", report.get_proposal_display()), *_who(report, "submitted"))
        texts = {"content": "报告内容", "left_open": "没有办完的原因", "note": "审批意见"}
        yield _written(
            opener, clue, CONCLUSION, IndexLine("核查报告和审批", on=report.decided_on), facts, texts, report
        )
    for disposal in _approved(clue.disposals.all()):
        facts = (("处置方式", disposal.get_disposal_display()), *_who(disposal, "proposed"))
        line = IndexLine(f"{disposal.get_disposal_display()}处置意见和审批", on=disposal.decided_on)
        texts = {"reason": "处置理由", "note": "审批意见"}
        yield _written(opener, clue, VERIFICATION, line, facts, texts, disposal)


def _inquiries(opener: Opener, clue: Clue) -> Iterator[Enclosed]:
    for asked in clue.inquiries.all():
        told = "没有送达，已撤回" if asked.withdrawn_on else ""
        sent = IndexLine(f"函询通知书（{clue.code}）", on=asked.issued_on, number=asked.number, note=told)
        yield opener.paper(VERIFICATION, sent, partial(print_inquiry, by=opener.by, inquiry=asked))
        if asked.replied_on:
            facts = (
                ("函询文号", asked.number),
                ("回复日期", cn_date(asked.replied_on)),
                ("签署", asked.get_signed_display()),
                ("是否说明", asked.get_explains_display()),
            )
            line = IndexLine(f"函询回复（{asked.number}）", on=asked.replied_on)
            yield _written(opener, clue, GROUNDS, line, facts, {"reply": "说明的要点"}, asked)
        for paper in asked.papers.all():
            title = f"函询回复材料{paper.position}（{asked.number}）（{clue.code}）"
            yield opener.file(
                GROUNDS, IndexLine(title, on=asked.replied_on), partial(_reply_paper, opener, paper)
            )


def _reply_paper(opener: Opener, paper: InquiryPaper) -> tuple[str, bytes]:
    found = open_inquiry_paper(by=opener.by, paper=paper)
    return found.kind.value.endings[0], found.content


def _of_review(opener: Opener, clue: Clue, review: CountyReview) -> Iterator[Enclosed]:
    county = review.to_organ.name if review.to_organ else "县纪委监委"
    facts = (("审核机关", county), ("结论", review.get_state_display()), ("文号", review.paper_number))
    line = IndexLine("县审意见", on=review.answered_on, author=county, number=review.paper_number)
    yield _written(opener, clue, CONCLUSION, line, facts, {"opinion": "审核意见"}, review)
    if review.paper:
        titled = IndexLine(f"县审文书（{clue.code}）", on=review.answered_on, number=review.paper_number)
        yield opener.file(CONCLUSION, titled, partial(_county_paper, opener, review))


def _county_paper(opener: Opener, review: CountyReview) -> tuple[str, bytes]:
    found = open_county_paper(by=opener.by, review=review)
    return found.kind.value.endings[0], found.content


def _of_verification(opener: Opener, clue: Clue, found: Verification) -> Iterator[Enclosed]:
    team = "、".join(each.staff.name for each in found.members.all() if each.left_on is None)
    facts = (("批准", f"{found.opened_by.name}，{cn_date(found.opened_on)}"), ("核查组", team))
    line = IndexLine("核查方案", on=found.opened_on)
    yield _written(opener, clue, VERIFICATION, line, facts, {"plan": "核查方案"}, found)
    for task in tasks_of(found.pk):
        told = (("承担人", task.staff.name), ("状态", task.get_state_display()))
        named = IndexLine(f"核查任务（{task.position}）", on=task.due_on)
        yield _written(
            opener, clue, VERIFICATION, named, told, {"questions": "要查清的问题", "answer": "答复"}, task
        )
    evidence = list(found.evidence.order_by("position"))
    if evidence:
        listed = IndexLine(f"证据目录（{clue.code}）", on=max(each.noted_on for each in evidence))
        yield opener.paper(
            GROUNDS, listed, partial(print_evidence_list, by=opener.by, clue=clue, on=opener.on)
        )
    yield from (_of_evidence(opener, clue, each) for each in evidence)
    for talk in found.talks.order_by("position"):
        spoken = IndexLine(f"谈话笔录（{talk.position}）（{clue.code}）", on=talk.held_on)
        yield opener.paper(
            GROUNDS,
            spoken,
            partial(print_talk, by=opener.by, talk=talk),
        )


def _of_evidence(opener: Opener, clue: Clue, item: Evidence) -> Enclosed:
    title = (
        f"证据{item.position}（{item.get_kind_display()}，{item.get_originality_display()}）（{clue.code}）"
    )
    line = IndexLine(title, item.pages, on=item.taken_on)
    if item.file is None:
        return left_out(GROUNDS, line, ON_PAPER)
    return opener.file(GROUNDS, line, partial(_original, opener, item))


def _original(opener: Opener, item: Evidence) -> tuple[str, bytes]:
    found = open_evidence(by=opener.by, evidence=item, original=True)
    kind: FileKind = found.kind
    return kind.value.endings[0], found.content


def _written(
    opener: Opener,
    clue: Clue,
    part: FilePart,
    line: IndexLine,
    facts: tuple[Pair, ...],
    fields: dict[str, str],
    row: object,
) -> Enclosed:
    titled = IndexLine(
        f"{line.title}（{clue.code}）", 1, line.on, line.author or clue.organ.name, line.number
    )

    def make() -> FilledPaper:
        texts = [
            (heading, read_text(row, name, by=opener.by, about=clue))  # type: ignore[arg-type] # a KnownRow
            for name, heading in fields.items()
        ]
        return sheet(line.title, clue.organ.name, [("线索编码", clue.code), *facts], texts)

    return opener.paper(part, titled, make)


def _approved(rows: Iterable[D]) -> Iterator[D]:
    return (each for each in rows if each.decision == Decision.APPROVED)


def _who(row: Decided, verb: str) -> tuple[Pair, ...]:
    proposer, day = getattr(row, f"{verb}_by"), getattr(row, f"{verb}_on")
    decider = row.decided_by.name if row.decided_by else ""
    return (
        ("提出", f"{proposer.name}，{cn_date(day)}"),
        ("审批", f"{decider}，{cn_date(row.decided_on)}"),
    )

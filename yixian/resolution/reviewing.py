"""乡案县审: what must go to the county, what of it the county may read, and who there must not."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from yixian.assessment.queries import people_of, reports_of
from yixian.protection.actions import open_seals
from yixian.protection.officer import Officer
from yixian.protection.texts import read_text
from yixian.reception.actions import require_discreet
from yixian.reception.people import tokens_of_staff
from yixian.regulations.articles import Ruling
from yixian.regulations.classes import CaseAuthority
from yixian.regulations.discipline_enforcement import must_have_county_review
from yixian.resolution.enums import ClueState, Decision, ReviewState
from yixian.resolution.models import Clue, CountyReview, VerificationReport
from yixian.resolution.queries.verification import evidence_of
from yixian.roster.enums import OrganLevel, Role
from yixian.roster.queries import organ_of, staff_of

if TYPE_CHECKING:
    from yixian.roster.models import Organ

REVIEWERS = (Role.HANDLER, Role.CHIEF)
UNDER_REVIEW = (ReviewState.ASKED, ReviewState.TAKEN, ReviewState.ON_PAPER)


def review_ruling(report: VerificationReport) -> Ruling:
    """Whether what the report proposes is reviewed by the county first."""
    level = CaseAuthority(OrganLevel(report.clue.organ.level).value)
    return must_have_county_review(level=level, leads_to_case=report.leads_to_case)


def needs_review(report: VerificationReport) -> bool:
    """Whether the review is wanting: it is due, and the county has not agreed."""
    return bool(review_ruling(report)) and agreed_review(report) is None


def agreed_review(report: VerificationReport) -> CountyReview | None:
    return report.county_reviews.filter(state=ReviewState.AGREED).order_by("-answered_on", "-pk").first()


def agreed_review_of(clue: Clue) -> CountyReview | None:
    """The county's agreement to a report of the clue, the latest."""
    agreed = CountyReview.objects.filter(report__clue=clue, state=ReviewState.AGREED)
    return agreed.order_by("-answered_on", "-pk").first()


def may_ask_review(report: VerificationReport) -> bool:
    """Whether it is the time: a township's report that proposes 立案 waits for its approval, or what follows an
    approved one is to be decided; and no review stands.
    """
    township = report.clue.organ.level == OrganLevel.TOWNSHIP
    waits = report.decision == Decision.PENDING and report.leads_to_case
    concludes = report.decision == Decision.APPROVED and report.clue.state == ClueState.CONCLUDING
    return township and (waits or concludes) and standing_review(report) is None


def standing_review(report: VerificationReport) -> CountyReview | None:
    """One that goes on, or by which the county agreed."""
    return report.county_reviews.filter(state__in=(*UNDER_REVIEW, ReviewState.AGREED)).first()


def reviewing_organ(organ_id: int) -> "Organ | None":
    """The county's office, if it works in this installation; None where it answers on paper."""
    county = organ_of(organ_id).parent
    return county if county and staff_of(county.pk, *REVIEWERS).exists() else None


def barred_at(by: Officer, clue: Clue, organ_id: int) -> list[int]:
    """Who of the county's office is of the reported side, by the township's key."""
    reported = clue.reported_tokens()
    return [
        each.pk
        for each in staff_of(organ_id, *REVIEWERS)
        if tokens_of_staff(by, each.pk, each.cadre_id, each.unit_id) & reported
    ]


def brief_of(by: Officer, report: VerificationReport) -> str:
    """Who is reported and what is proposed: enough to know whether one must stay away."""
    people = people_of(report.clue.matter)
    seals = [each.name_seal for each in people]
    opened = {
        slot: open_seals(by=by, seals=seals, slot=slot, subject=report.clue.trail_subject)
        for slot in ("name", "unit", "post")
    }
    named = []
    for each in people:
        known = [opened[slot].get(each.name_seal, "") for slot in ("unit", "post")]
        about = "".join(known) or each.get_category_display()
        named.append(f"{opened['name'].get(each.name_seal, '')}（{about}）")
    proposed = report.get_proposal_display() or "给予处分"
    return f"被反映一方：{'、'.join(named) or '没有指明具体的人'}。乡镇（街道）建议：{proposed}。"


def material_of(by: Officer, report: VerificationReport, words: str) -> str:
    """The questions, the report, the list of evidence and what the township says: nothing of the letter."""
    clue = report.clue
    parts = {
        "报审意见": words.strip(),
        "需要核实的问题": read_text(clue, "summary", by=by, about=clue),
        "核查报告": read_text(report, "content", by=by, about=clue),
        "没有办完的原因": read_text(report, "left_open", by=by, about=clue),
        "证据目录": "\n".join(_evidence(by, clue)),
    }
    told = "\n\n".join(f"【{name}】\n{text}" for name, text in parts.items() if text)
    require_discreet(by=by, reports=reports_of(clue.matter), text=told, what="报审材料")
    return told


def _evidence(by: Officer, clue: Clue) -> Iterator[str]:
    verification = getattr(clue, "verification", None)
    items = list(evidence_of(verification.pk)) if verification else []
    words = {
        slot: open_seals(by=by, seals=[each.words for each in items], slot=slot, subject=clue.trail_subject)
        for slot in ("title", "source", "shows")
    }
    for each in items:
        title, source, shows = (words[slot].get(each.words, "") for slot in ("title", "source", "shows"))
        kind = f"{each.get_kind_display()}，{each.get_originality_display()}，{each.pages}页（件）"
        yield f"{each}（{kind}）{title}；来源：{source}；证明：{shows}"

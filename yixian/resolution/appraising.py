"""What a person gives for a list of destruction, and who there must be for it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from yixian.regulations.archiving import REVIEWERS
from yixian.resolution.enums import AppraisalOpinion
from yixian.resolution.models import ArchiveFile, DestructionList
from yixian.roster.enums import Role
from yixian.roster.queries import staff_of
from yixian.trail.refusal import Refusal

WORKERS = (Role.CLERK, Role.HANDLER, Role.CHIEF)


class TooFewPeople(Refusal):
    """The office has not the four people that it takes; the message says what to do."""

    key = "too_few_people"


class NobodyElseApproves(Refusal):
    """By appraising, the last person who could approve would be used up."""

    key = "nobody_else_approves"


class StillOver(Refusal):
    """Kept for so few years, the file would be past its term at once."""

    key = "still_over"


@dataclass(frozen=True, slots=True)
class OpinionFacts:
    """``years`` counts from the end of the term; None is for ever, and says nothing where it is to be destroyed."""

    opinion: AppraisalOpinion
    reason: str = ""
    years: int | None = None

    @property
    def keeps(self) -> bool:
        return self.opinion == AppraisalOpinion.KEEP


def who_is_missing(organ_id: int, drafter_id: int) -> str:
    """What the office lacks for a list that this person draws up, and what to do; empty when it lacks nobody."""
    others = set(staff_of(organ_id, *WORKERS).exclude(pk=drafter_id).values_list("pk", flat=True))
    chiefs = set(staff_of(organ_id, Role.CHIEF).values_list("pk", flat=True)) & others
    if not chiefs:
        return (
            "由您编制，就没有人能够批准：批准人是纪委书记，不能是编制人。请由接访员或者承办人编制。"
            if staff_of(organ_id, Role.CHIEF).filter(pk=drafter_id).exists()
            else "本机关没有纪委书记的账号，没有人能够批准。请先由管理员授予角色。"
        )
    if len(others) >= REVIEWERS + 1:
        return ""
    return (
        f"销毁要有编制人、{REVIEWERS}名鉴定人、批准人，四个不同的人；除您以外，本机关现在只有{len(others)}人能办。"
        "请上级纪委监委派人：由管理员在本机关为派来的人开立账号、授予接访员角色，书记交付密钥以后办理。"
    )


def require_people(organ_id: int, drafter_id: int) -> None:
    if missing := who_is_missing(organ_id, drafter_id):
        raise TooFewPeople(missing)


def require_an_approver_left(listing: DestructionList, reviewer_id: int) -> None:
    """The only chief who could approve does not appraise."""
    if is_needed_to_approve(listing, reviewer_id):
        raise NobodyElseApproves("由您鉴定，就没有人能够批准：批准人不能参加鉴定。请由其他人鉴定。")


def is_needed_to_approve(listing: DestructionList, staff_id: int) -> bool:
    """Whether nobody could approve any more if this person appraised."""
    used = {listing.drawn_by_id, staff_id, *listing.reviewer_ids()}
    return not staff_of(listing.organ_id, Role.CHIEF).exclude(pk__in=used).exists()


def require_longer(file: ArchiveFile, years: int | None, on: date) -> None:
    """A file that is kept is kept at least for the rest of this year."""
    if years is None or file.kept_until is None:
        return
    if years < 1 or date(file.kept_until.year + years, 12, 31) < on:
        raise StillOver(
            f"{file.number}：从{file.kept_until.year}年接着算{years}年，仍然已经期满，请选更长的期限。"
        )


def longest(years: Collection[int | None]) -> int | None:
    """The longest of the terms that were proposed; for ever outlasts every number."""
    return None if None in years else max(each for each in years if each is not None)

"""A file on its way to destruction, in the invented 青禾镇: each step as one call."""

from datetime import date

from tests.scenes import scene
from yixian.resolution.actions import (
    OpinionFacts,
    appraise_files,
    approve_destruction,
    attend_destruction,
    carry_out_destruction,
    draw_up_destruction,
)
from yixian.resolution.enums import AppraisalOpinion
from yixian.resolution.models import DestructionList
from yixian.resolution.queries.destruction import files_to_appraise

OVER = date(2057, 1, 4)
"""The term of a file of thirty years is over."""
DESTROY = OpinionFacts(AppraisalOpinion.DESTROY)
KEEP = OpinionFacts(AppraisalOpinion.KEEP, "可能有申诉", 10)


@scene
def drawn_up(town, by="clerk", on=OVER, left_out=None) -> DestructionList:
    out = left_out or {}
    listed = [each.uid for each in files_to_appraise(town[by], on) if each.uid not in out]
    return draw_up_destruction(by=town[by], listed=listed, left_out=out, on=on)


def appraised(town, listing, by, said=DESTROY, on=OVER) -> DestructionList:
    """The same opinion of each file that waits; or by the number of the file."""
    rows = listing.files.filter(state="waiting").select_related("file").order_by("position")
    opinions = {each.uid: said[each.file.number] if isinstance(said, dict) else said for each in rows}
    return appraise_files(by=town[by], listing=listing, opinions=opinions, on=on)


@scene
def agreed(town, said=DESTROY) -> DestructionList:
    """Both reviewers have said the same."""
    listing = drawn_up(town)
    appraised(town, listing, "handler", said)
    return appraised(town, listing, "deputy", said)


@scene
def approved(town) -> DestructionList:
    return approve_destruction(by=town["chief"], listing=agreed(town), on=OVER)


def watched(town, listing, on=OVER) -> DestructionList:
    for who in ("handler", "deputy"):
        attend_destruction(by=town[who], listing=listing, on=on)
    return listing


@scene
def destroyed(town) -> DestructionList:
    return carry_out_destruction(by=town["clerk"], listing=watched(town, approved(town)), on=OVER)

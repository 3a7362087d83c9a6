"""The life of a clue to its outcomes, the county's review, and the end of a matter with its file."""

from datetime import timedelta
from decimal import Decimal

from tests.walk.acts import (
    TODAY,
    act,
    any_of,
    asked,
    chiefs,
    handling,
    made,
    maker,
    mostly,
    one,
    staff,
    who,
)
from tests.walk.reception_doors import PICTURE
from yixian.assessment.enums import MatterState
from yixian.assessment.models import Matter
from yixian.regulations.archiving import Retention
from yixian.regulations.classes import ClosingWay, Disposal, FourForms, Outcome, Truth
from yixian.regulations.completions import Completion
from yixian.regulations.outcomes import InquiryOutcome, VerificationOutcome
from yixian.resolution import actions as do
from yixian.resolution import models as of_resolution
from yixian.resolution.enums import (
    ClueState,
    InquiryState,
    InquiryWithdrawal,
    ReplyExplains,
    ReplySigned,
    ReviewState,
)
from yixian.resolution.models import Clue, CountyReview
from yixian.resolution.queries import person_ids_of
from yixian.roster.enums import Role

HANDLERS = (Role.HANDLER, Role.CHIEF)
PENDING = "pending"


@maker
def another_chief(world, given):
    """A chief of the same office other than whoever proposed it, mostly."""
    thing = next(iter(given.values()))
    proposer = getattr(thing, "proposed_by_id", None) or getattr(thing, "submitted_by_id", None)
    fits = [who for who in world.of(thing.organ_id, (Role.CHIEF,)) if world.town.staff[who].pk != proposer]
    return (
        world.officer(world.dice.choice(fits)) if fits and not world.astray() else asked(chiefs, world, given)
    )


@maker
def DISPOSAL(world, given):
    verify = world.dice.random() < 0.5
    kind = Disposal.PRELIMINARY_VERIFICATION if verify else world.dice.choice(list(Disposal))
    held = kind is Disposal.HELD_PENDING
    day = world.today + timedelta(days=30) if held != world.astray() else None
    return do.DisposalFacts(disposal=kind, reason="金丝雀正文：线索具体", recheck_on=day)


@maker
def PROPOSAL(world, given):
    inquiry = (given["clue"].state == ClueState.INQUIRY) != world.astray()
    return world.dice.choice(list(InquiryOutcome if inquiry else VerificationOutcome))


@maker
def OUTCOME(world, given):
    person_ids = sorted(person_ids_of(given["clue"]), key=str)
    return do.OutcomeFacts(
        person_id=world.dice.choice(person_ids or [None]),
        truth=world.dice.choice(list(Truth)),
        measure=Outcome.CRITICISM if world.dice.random() < 0.4 else world.dice.choice(list(Outcome)),
        form=world.dice.choice([None, *FourForms]),
        reason="金丝雀正文：名单未公示属实",
        deciding_organ_id=given["clue"].organ_id,
        losses_recovered=Decimal(world.dice.choice([0, 3200])),
    )


@maker
def reviewer(world, given):
    """Somebody of the county."""
    fits = world.of(given["review"].to_organ_id, HANDLERS)
    return (
        world.officer(world.dice.choice(fits))
        if fits and not world.astray()
        else asked(handling, world, given)
    )


ANSWERS = (ReviewState.AGREED, ReviewState.MORE, ReviewState.DISAGREED)
ON_PAPER = made(
    do.CountyOpinion,
    answer=mostly(ReviewState.AGREED, ANSWERS),
    words="金丝雀正文：事实清楚",
    number="云纪审〔2026〕3号",
    dated_on=TODAY,
    file=any_of([None, PICTURE]),
)
ASKED = made(
    do.InquiryFacts,
    person_id=maker(lambda world, given: next(iter(person_ids_of(given["clue"])), None)),
    unit="青禾镇党委",
    questions="金丝雀正文：名单怎样确定？",
)
REPLY = made(
    do.InquiryReplyFacts,
    replied_on=TODAY,
    signed=any_of(list(ReplySigned)),
    explains=any_of(list(ReplyExplains)),
    text="金丝雀正文：已作说明",
    files=any_of([(), (PICTURE,)]),
)
CLUE_IN = {state: one(Clue, state=state) for state in ClueState}
VERIFYING = CLUE_IN[ClueState.VERIFYING]
TWO = maker(lambda world, given: [staff(*HANDLERS, like="clue")(world, given) for _ in range(2)])

ACTS = [
    act(do.open_clue, matter=one(Matter, state=MatterState.OPEN), by=handling, questions="名单有无公示", on=TODAY),
    act(do.propose_disposal, clue=one(Clue, state__in=(ClueState.RECEIVED, ClueState.HELD)), by=handling,
        facts=DISPOSAL,
        on=TODAY),
    act(do.decide_disposal, disposal=one(of_resolution.Disposal, decision=PENDING), by=another_chief,
        approved=any_of([True, True, True, False]), on=TODAY, note=any_of(["", "金丝雀正文：同意"])),
    act(do.issue_inquiry, clue=CLUE_IN[ClueState.INQUIRY], by=chiefs, facts=ASKED, on=TODAY),
    act(do.preview_inquiry, clue=CLUE_IN[ClueState.INQUIRY], by=chiefs, facts=ASKED, on=TODAY),
    act(do.serve_inquiry, inquiry=one(of_resolution.Inquiry, state=InquiryState.ISSUED), by=handling, on=TODAY),
    act(do.withdraw_inquiry, inquiry=one(of_resolution.Inquiry, state=InquiryState.ISSUED), by=chiefs,
        why=any_of(list(InquiryWithdrawal)), on=TODAY),
    act(do.record_inquiry_reply, inquiry=one(of_resolution.Inquiry, state=InquiryState.SERVED), by=handling,
        facts=REPLY, on=TODAY),
    act(do.print_inquiry, inquiry=one(of_resolution.Inquiry), by=handling),
    act(do.open_inquiry_paper, paper=one(of_resolution.InquiryPaper), by=handling),
    act(do.end_inquiry, clue=CLUE_IN[ClueState.INQUIRY], by=handling, on=TODAY),
    act(do.turn_to_verification, clue=CLUE_IN[ClueState.INQUIRY], by=chiefs, on=TODAY),
    act(do.open_verification, clue=one(Clue, state=ClueState.VERIFYING, verification=None), by=chiefs,
        plan="金丝雀正文：名单有无公示？", lead_id=staff(*HANDLERS, like="clue"), member_ids=TWO, on=TODAY),
    act(do.submit_report, clue=one(Clue, state__in=(ClueState.INQUIRY, ClueState.VERIFYING)), by=handling,
        content="金丝雀正文：经查，名单未公示。", proposal=PROPOSAL, on=TODAY, left_open=any_of(["",
        "金丝雀正文：不影响结论"])),
    act(do.decide_report, report=one(of_resolution.VerificationReport, decision=PENDING), by=another_chief,
        approved=any_of([True, True, False]), on=TODAY, note=any_of(["", "金丝雀正文：同意"])),
    act(do.ask_county_review, report=one(of_resolution.VerificationReport, decision=PENDING), by=handling,
        words="金丝雀正文：拟立案", on=TODAY, on_paper=any_of([False, True])),
    act(do.take_county_review, review=one(CountyReview, state__in=(ReviewState.ASKED, ReviewState.TAKEN)),
        by=reviewer,
        on=TODAY),
    act(do.answer_county_review, review=one(CountyReview, state=ReviewState.TAKEN), by=who("review.reviewer_id"),
        answer=mostly(ReviewState.AGREED, ANSWERS), words="金丝雀正文：事实清楚", on=TODAY),
    act(do.record_county_opinion, review=one(CountyReview, state=ReviewState.ON_PAPER), by=handling, opinion=ON_PAPER,
        on=TODAY),
    act(do.withdraw_county_review, review=one(CountyReview, state__in=("asked", "taken", "on_paper")), by=handling,
        on=TODAY),
    act(do.read_county_review, review=one(CountyReview), by=any_of([handling, reviewer])),
    act(do.open_county_paper, review=one(CountyReview, paper__isnull=False), by=handling),
    act(do.propose_outcome, clue=CLUE_IN[ClueState.CONCLUDING], by=handling, facts=OUTCOME, on=TODAY),
    act(do.decide_outcome, outcome=one(of_resolution.Outcome, decision=PENDING), by=another_chief,
        approved=any_of([True, True, False]), on=TODAY),
    act(do.close_clue, clue=CLUE_IN[ClueState.CONCLUDING], by=handling, way=any_of(ClosingWay), on=TODAY),
    act(do.record_completion, matter=one(Matter, state=MatterState.OPEN), by=handling, completion=any_of(Completion),
        note="金丝雀正文：已到位", on=TODAY),
    act(do.close_matter, matter=one(Matter, state=MatterState.OPEN), by=handling, on=TODAY),
    act(do.archive_matter, matter=one(Matter, state=MatterState.CLOSED), box=any_of(range(1, 4)),
        piece=any_of(range(1, 30)), retention=any_of(Retention), index=mostly("举报信｜2", ["", "举报信"]), on=TODAY,
        reason=any_of(["", "金丝雀正文：情节轻微"])),
    act(do.print_file_index, file=one(of_resolution.ArchiveFile), on=TODAY),
    act(do.read_file, file=one(of_resolution.ArchiveFile)),
    act(do.export_file, file=one(of_resolution.ArchiveFile), reason=mostly("金丝雀正文：移交县档案馆", [""]),
        looked_through=any_of([True, False]), on=TODAY),
    act(do.hold_file, file=one(of_resolution.ArchiveFile), reason=mostly("金丝雀正文：正在申诉", [""]), until=None,
        on=TODAY),
    act(do.lift_hold, file=one(of_resolution.ArchiveFile), reason=mostly("金丝雀正文：已经办结", [""]), on=TODAY),
    act(do.extend_retention, file=one(of_resolution.ArchiveFile), years=any_of([10, None, 0]),
        reason=mostly("金丝雀正文：有查考价值", [""]), on=TODAY),
]  # fmt: skip

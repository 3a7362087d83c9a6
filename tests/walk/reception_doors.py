"""What comes in: by letter, visit, call, box, web and envelope, and what is done first with it."""

from dataclasses import replace

from tests.reception.township import ANONYMOUS, LETTER, SECRETARY, STRANGER, SUBMISSION
from tests.reception.visitors import BESIDE, VISIT
from tests.toolkit.files.samples import jpeg, wav
from tests.walk.acts import (
    TODAY,
    act,
    any_of,
    by_code,
    chiefs,
    custodians,
    holder_of,
    made,
    maker,
    mostly,
    nothing,
    of,
    one,
    owners,
    people,
    public,
    staff,
    who,
)
from yixian.protection.actions import make_code
from yixian.reception import actions as do
from yixian.reception.enums import (
    AttachmentKind,
    Channel,
    DeclineReason,
    HandOverReason,
    HandOverRefusal,
    MessageKind,
    ReportState,
)
from yixian.reception.models import BoxOpening, Envelope, Handling, Report, ReportedPerson
from yixian.roster.enums import Role
from yixian.toolkit.files import PICTURES, SOUNDS, take_in

RECEIVED, REGISTERED, ACCEPTED = ReportState.RECEIVED, ReportState.REGISTERED, ReportState.ACCEPTED
ABOUT = [LETTER, LETTER, ANONYMOUS, replace(LETTER, reported=(SECRETARY,)), replace(LETTER, reported=())]
"""One of five names somebody of the roster, whose relative and colleagues work in the office."""
NEW_CODE = maker(lambda world, given: make_code())
CLERKS = people(Role.CLERK, Role.CLERK, Role.CHIEF)


def letters(*kinds):
    """Facts of what came in today."""
    every = list(kinds or ABOUT)
    return maker(lambda world, given: replace(world.dice.choice(every), received_on=world.today))


@maker
def SUBMITTED(world, given):
    above = world.dice.random() < 0.15
    kinds = [SUBMISSION, replace(SUBMISSION, reported=(SECRETARY,))]
    return replace(world.dice.choice(kinds), concerns_office=above)


@maker
def ANY_ORGAN(world, given):
    organs = sorted({each.organ_id for each in world.town.staff.values()})
    return organs[world.dice.randrange(len(organs))]


def report_of(given):
    """What a code leads to."""
    return Report.objects.filter(receipt=given["by"].receipt_id).order_by("received_on", "pk").first()


@maker
def WHERE_IT_WENT(world, given):
    last = given["report"].transfers.exclude(copy=None).order_by("pk").last()
    return last.copy.organ_id if last and not world.astray() else ANY_ORGAN(world, given)


PICTURE = take_in("照片.jpg", jpeg(), PICTURES)
SOUND = take_in("留言.wav", wav(), SOUNDS)
BOX = made(
    do.BoxFacts,
    village_id=maker(lambda world, given: world.town.village.pk),
    witness_id=staff(Role.CLERK, Role.HANDLER, Role.CHIEF),
    strip_before=any_of(["007", "008"]),
    strip_after="008",
    items=(do.BoxItemFacts(pages=2),) * 3,
)
CORRECTIONS = any_of(
    [do.WebCorrections(), do.WebCorrections(urgent=True), do.WebCorrections(reported=(STRANGER,))]
)

ACTS = [
    act(do.register_letter, facts=letters(), code=NEW_CODE, on=TODAY),
    act(do.register_visit, facts=letters(VISIT, replace(VISIT, reported=(SECRETARY,))), code=NEW_CODE, on=TODAY,
        visit=any_of([None, BESIDE])),
    act(do.register_call, facts=letters(), code=NEW_CODE, on=TODAY),
    act(do.register_other, facts=letters(), code=NEW_CODE, on=TODAY),
    act(do.open_box, facts=BOX, on=TODAY),
    act(do.confirm_box_opening, opening=one(BoxOpening, confirmed_on=None), by=who("opening.second_opener_id"),
        on=TODAY),
    act(do.register_box_item, opening=one(BoxOpening, confirmed_on__isnull=False),
        by=who("opening.first_opener_id"), facts=letters(), code=NEW_CODE, on=TODAY),
    act(do.submit_web_report, by=public, organ_id=ANY_ORGAN, submission=SUBMITTED, code=NEW_CODE,
        on=TODAY, files=any_of([(), (PICTURE,)])),
    act(do.register_web_report, report=one(Report, state=RECEIVED), corrections=CORRECTIONS, on=TODAY),
    act(do.note_envelope, facts=maker(lambda w, g: do.EnvelopeFacts(received_on=w.today, channel=Channel.LETTER)),
        on=TODAY),
    act(do.send_envelope, envelope=one(Envelope, sent_on=None), by=who("envelope.noted_by_id"), on=TODAY),
    act(do.send_up_as_envelope,
        report=one(Report, always=True, state=RECEIVED), by=owners, on=TODAY),
    act(do.seal_for_superior, facts=letters(), channel=Channel.LETTER, code=NEW_CODE, on=TODAY),
    act(do.send_identity_up, envelope=one(Envelope, identity__isnull=False), by=custodians, on=TODAY),
    act(do.verify_signing, report=one(Report, signing="unverified"), by=owners, on=TODAY),
    act(do.accept_report, report=one(Report, state=REGISTERED), by=owners, on=TODAY),
    act(do.decline_report, report=one(Report, state=REGISTERED), by=chiefs, reason=any_of(DeclineReason), on=TODAY),
    act(do.keep_as_repeat, report=one(Report, state=REGISTERED), first=one(Report, organ=of("report", "organ")),
        by=owners, new_allegation=any_of([False, False, True]), on=TODAY),
    act(do.take_up_kept, report=one(Report, state=ReportState.KEPT), by=owners, on=TODAY),
    act(do.reopen_report, report=one(Report, state=ReportState.ANSWERED, feedbacks__view="new_evidence"),
        by=chiefs, on=TODAY),
    act(do.take_back_report, report=one(Report, state=ReportState.PASSED_ON, transfers__reply="refused"), by=owners,
        on=TODAY),
    act(do.hand_over, report=one(Report, state__in=(REGISTERED, ACCEPTED)), by=owners,
        to_id=staff(Role.CLERK, Role.HANDLER, Role.CHIEF, like="report"), why=any_of(HandOverReason), on=TODAY),
    act(do.accept_hand_over, handling=one(Handling, accepted_on=None, until_on=None), by=who("handling.staff_id"),
        on=TODAY),
    act(do.refuse_hand_over, handling=one(Handling, accepted_on=None, until_on=None), by=who("handling.staff_id"),
        why=any_of(HandOverRefusal), on=TODAY),
    act(do.add_reported, report=one(Report, state=ACCEPTED), by=owners, reported=any_of([STRANGER, SECRETARY]),
        on=TODAY),
    act(do.identify_reported, person=one(ReportedPerson), by=owners, reported=any_of([STRANGER, SECRETARY]),
        on=TODAY),
    act(do.attach_files, report=one(Report), by=owners, files=any_of([(PICTURE,), (SOUND,)]),
        kind=mostly(AttachmentKind.VOICE, AttachmentKind), on=TODAY),
    act(do.open_attachment, report=one(Report, attachments__isnull=False), by=owners, position=any_of([1, 1, 2])),
    act(do.read_report, report=one(Report), by=owners),
    act(do.possible_repeats, title=LETTER.title, account=LETTER.account, without=one(Report),
        about=nothing),
    act(do.pass_identity_on, report=one(Report, identity__isnull=False, transfers__copy__isnull=False),
        by=custodians, organ_id=WHERE_IT_WENT),
    act(do.record_withdrawal, report=one(Report, withdrawn_on=None), by=owners, reason="金丝雀正文：已经解决",
        on=TODAY),
    act(do.write_to_reporter, report=one(Report), by=owners, text="金丝雀正文：哪一年的事？", on=TODAY,
        kind=mostly(MessageKind.QUESTION, MessageKind)),
    act(do.read_messages, report=one(Report, messages__isnull=False), by=owners, on=TODAY),
    act(do.open_mailbox, by=by_code, on=TODAY, about=report_of),
    act(do.write_as_reporter, by=by_code, text="金丝雀正文：补充一点。", on=TODAY, kind=any_of(MessageKind),
        about=report_of),
    act(do.answer_question, by=holder_of(messages__kind="question"), number=any_of([1, 1, 2]),
        text="金丝雀正文：二〇二四年。", on=TODAY,
        about=report_of),
    act(do.withdraw_report, by=by_code, reason="金丝雀正文：不再反映", on=TODAY, about=report_of),
    act(do.take_back_withdrawal, by=holder_of(withdrawn_on__isnull=False), on=TODAY, about=report_of),
]  # fmt: skip

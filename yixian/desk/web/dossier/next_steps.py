"""The right column: what this officer may do next, and why the rest is not theirs.

``ACTS`` lists the acts on a report in the order of the work; later work adds functions to ``MORE`` that give
its own acts on the matter.
"""

from collections.abc import Callable, Iterator

from django.urls import reverse

from yixian.desk.case import Case
from yixian.desk.web.acts import (
    answering,
    assessing,
    attaching,
    clocks,
    closing,
    deciding,
    dictating,
    interviewing,
    owning,
    papers,
    recusing,
    ringing,
    sheets,
    transferring,
)
from yixian.desk.web.acts.base import ActForm
from yixian.desk.web.acts.meeting import accompanying, appointments, following, outings
from yixian.toolkit.pieces import Act

ACTS: tuple[type[ActForm[Case]], ...] = (
    owning.AcceptHandOver,
    owning.RefuseHandOver,
    deciding.Accept,
    deciding.TakeUpKept,
    deciding.Reopen,
    answering.RecordView,
    papers.Notice,
    answering.GiveFeedback,
    papers.Promise,
    papers.SignPromise,
    interviewing.WriteInterview,
    dictating.Dictate,
    interviewing.ReadBack,
    interviewing.Sign,
    ringing.AgreeCallback,
    deciding.VerifySigning,
    assessing.Classify,
    assessing.Jurisdiction,
    assessing.Link,
    assessing.OpenMatter,
    attaching.AttachFiles,
    outings.PlanOuting,
    appointments.OfferAppointment,
    accompanying.PlanAccompaniment,
    following.AddFollowUp,
    transferring.TransferOut,
    deciding.KeepAsRepeat,
    owning.HandOver,
    answering.Withdrawal,
    closing.OpenClue,
    closing.RecordCompletion,
    closing.CloseMatter,
    closing.ArchiveMatter,
    deciding.Decline,
    deciding.SendUp,
    assessing.Unlink,
    sheets.Register,
    sheets.Approval,
    sheets.FeedbackRecord,
    recusing.AskRecusal,
    recusing.DeclareRecusal,
)
PAGES: tuple[type[ActForm[Case]], ...] = (
    *deciding.ACTS,
    *papers.ACTS,
    *owning.ACTS,
    *attaching.ACTS,
    *clocks.ACTS,
    *assessing.ACTS,
    *transferring.ACTS,
    *answering.ACTS,
    *interviewing.ACTS,
    *dictating.ACTS,
    *ringing.ACTS,
    *closing.ACTS,
    *recusing.ACTS,
    *sheets.ACTS,
    *outings.ACTS,
    *appointments.ACTS,
    *accompanying.ACTS,
    *following.ACTS,
)


def letters(case: Case) -> Iterator[Act]:
    """The correspondence is a page of its own."""
    why_not = case.why_not("reception.write_to_reporter")
    yield Act("与举报人通信", reverse("desk:letters", args=[case.report.pk]), key="w", why_not=why_not)


More = Callable[[Case], Iterator[Act]]
MORE: tuple[More, ...] = (letters,)


def acts_of(case: Case) -> list[Act]:
    """Only what stands in this state, of an archived report what changes nothing in its file; never a word of
    what must not be told.
    """
    standing = [each for each in ACTS if each.stands(case) and not each.is_over(case)]
    forms = [each.as_act(case) for each in standing if not each.is_hidden(case)]
    return [*forms, *(act for more in MORE for act in more(case))]

"""The right column: what this officer may do next, and why the rest is not theirs.

``SHELVES`` has the acts on a report in the order of the work, under the headings by which a person looks for them;
later work adds functions to ``MORE`` that give its own acts on the matter.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from django.urls import reverse

from yixian.assessment.enums import MatterState
from yixian.assessment.queries import pending_item, plan_of
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
    petitioning,
    recusing,
    reopening,
    reported,
    ringing,
    sheets,
    transferring,
)
from yixian.desk.web.acts.base import ActForm
from yixian.desk.web.acts.meeting import accompanying, appointments, following, outings
from yixian.desk.web.crossing import asking, lending
from yixian.protection.queries import why_not
from yixian.resolution.queries import archive_file_of
from yixian.toolkit.pieces import Act

Form = type[ActForm[Case]]
NOW: tuple[Form, ...] = (
    owning.AcceptHandOver,
    owning.RefuseHandOver,
    deciding.Accept,
    deciding.TakeUpKept,
    reopening.RuleOnObjection,
    reopening.ReopenHandling,
    answering.RecordView,
    papers.Notice,
    answering.GiveFeedback,
    papers.Promise,
    papers.SignPromise,
    interviewing.WriteInterview,
    interviewing.ReadBack,
    interviewing.Sign,
)
"""What a report waits for, without a heading."""
SHELVES: dict[str, tuple[Form, ...]] = {
    "": NOW,
    "接访": (
        attaching.AttachFiles,
        dictating.Dictate,
        ringing.AgreeCallback,
        outings.PlanOuting,
        appointments.OfferAppointment,
        accompanying.PlanAccompaniment,
        following.AddFollowUp,
    ),
    "研判": (
        deciding.VerifySigning,
        reported.AddReported,
        assessing.Classify,
        assessing.Jurisdiction,
        assessing.Link,
        assessing.OpenMatter,
        assessing.Unlink,
    ),
    "去向": (
        transferring.TransferOut,
        lending.ProposeCrossing,
        asking.AskCrossing,
        deciding.KeepAsRepeat,
        owning.HandOver,
        answering.Withdrawal,
        deciding.Decline,
        deciding.SendUp,
    ),
    "核查和办结": (
        *petitioning.ACTS,
        closing.OpenClue,
        closing.RecordCompletion,
        closing.CloseMatter,
        closing.ArchiveMatter,
        closing.SupplementFile,
    ),
    "打印": (
        closing.PrintFileIndex,
        sheets.Register,
        sheets.Approval,
        sheets.VisitRecord,
        sheets.FeedbackRecord,
    ),
    "回避": (recusing.AskRecusal, recusing.DeclareRecusal),
}
ACTS = tuple(form for forms in SHELVES.values() for form in forms)
PAGES: tuple[type[ActForm[Case]], ...] = (
    *deciding.ACTS,
    *papers.ACTS,
    *owning.ACTS,
    *attaching.ACTS,
    *clocks.ACTS,
    *assessing.ACTS,
    *transferring.ACTS,
    lending.ProposeCrossing,
    asking.AskCrossing,
    *answering.ACTS,
    *interviewing.ACTS,
    *dictating.ACTS,
    *ringing.ACTS,
    *closing.ACTS,
    *recusing.ACTS,
    *sheets.ACTS,
    *petitioning.ACTS,
    *reopening.ACTS,
    *reported.ACTS,
    *outings.ACTS,
    *appointments.ACTS,
    *accompanying.ACTS,
    *following.ACTS,
)


def letters(case: Case) -> Iterator[Act]:
    """The correspondence is a page of its own."""
    why_not = case.why_not("reception.write_to_reporter")
    yield Act("与举报人通信", reverse("desk:letters", args=[case.report.pk]), key="w", why_not=why_not)


def plan(case: Case) -> Iterator[Act]:
    """The plan of its matter is a page of its own."""
    if case.matter is None or case.matter.state != MatterState.OPEN:
        return
    made = plan_of(case.matter)
    if made is None and case.rests_elsewhere:
        return
    label = "化解方案" if made else "制定化解方案"
    reads = why_not(case.officer, "assessment.read_plan", case.matter)
    yield Act(label, reverse("desk:plan", args=[case.matter.pk]), why_not=reads, shelf="研判")


def consultation(case: Case) -> Iterator[Act]:
    """Putting the matter before a 联席会诊, while it neither waits for one nor stands on an agenda."""
    if case.matter is None or case.matter.state != MatterState.OPEN or case.rests_elsewhere:
        return
    if pending_item(case.matter.pk):
        return
    asks = why_not(case.officer, "assessment.ask_consultation", case.matter)
    href = reverse("desk:ask_consultation", args=[case.matter.pk])
    yield Act("提请联席会诊", href, why_not=asks, shelf="研判")


def archive_file(case: Case) -> Iterator[Act]:
    """Where the archived matter's file stands: its term, its electronic copy."""
    file = archive_file_of(case.matter.pk) if case.matter else None
    if file is not None and case.matter is not None:
        reads = why_not(case.officer, "resolution.read_file", case.matter)
        yield Act(
            "查看卷宗", reverse("desk:archive_file", args=[file.uid]), why_not=reads, shelf="核查和办结"
        )


More = Callable[[Case], Iterator[Act]]
MORE: tuple[More, ...] = (letters, plan, consultation, archive_file)


def acts_of(case: Case) -> list[Act]:
    """Only what stands in this state, of an archived report what changes nothing in its file; never a word of
    what must not be told. What the report waits for comes first, wherever it belongs.
    """
    shelved = [act for shelf, forms in SHELVES.items() for act in _standing(case, shelf, forms)]
    every = _one_first([*shelved, *(act for more in MORE for act in more(case))])
    return sorted(every, key=lambda act: (act.kind != "primary", bool(act.shelf)))


def _one_first(acts: list[Act]) -> list[Act]:
    """The first that this officer may do is the next step; where several lead, the others are plain."""
    leading = [act for act in acts if act.kind == "primary"]
    first = next((act for act in leading if not act.why_not), None)
    return [replace(act, kind="plain") if act in leading and act is not first else act for act in acts]


def _standing(case: Case, shelf: str, forms: tuple[Form, ...]) -> Iterator[Act]:
    for form in forms:
        over = form.is_over(case) or form.has_left(case)
        if form.stands(case) and not over and not form.is_hidden(case):
            act = form.as_act(case)
            yield replace(act, shelf="" if act.kind == "primary" else shelf)

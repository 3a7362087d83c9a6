"""Putting a report's words into sealed slots and reading them back. Nothing here stores or logs a word."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from uuid import UUID

from yixian.language.opening import opening
from yixian.protection.actions import IDENTITY, new_seal_context, seal
from yixian.reception.enums import CadreCategory
from yixian.reception.facts import ReportedFacts, ReporterFacts, ReportFacts, WebSubmission
from yixian.reception.models import Report

REPORT = "reception.report"
TITLE_FROM_ACCOUNT = 24


@dataclass(frozen=True, slots=True)
class AccountContent:
    """What a report says, opened. ``reported`` is as the reporter typed it on the web; empty otherwise. A report
    from an imported ledger has the office's ``old_number`` and, as ``extra``, the columns that were kept as they were.
    """

    title: str
    account: str
    place: str
    wish: str
    reported: tuple[ReportedFacts, ...] = ()
    old_number: str = ""
    extra: tuple[tuple[str, str], ...] = ()

    @property
    def from_ledger(self) -> tuple[tuple[str, str], ...]:
        """What an imported ledger said beside what the fields of a report hold."""
        return (*((("原编号", self.old_number),) if self.old_number else ()), *self.extra)


def title_of(facts: ReportFacts | WebSubmission) -> str:
    """The title as given, or the opening words of the account, with … where more follows."""
    line = opening(facts.account)
    cut = f"{line[:TITLE_FROM_ACCOUNT]}…" if len(line) > TITLE_FROM_ACCOUNT else line
    return facts.title.strip() or cut


def seal_account(facts: ReportFacts | WebSubmission, organ_id: int, report_id: UUID) -> UUID:
    """Seal what is reported to the organ's office key. Needs no secret."""
    slots = account_slots(facts)
    if isinstance(facts, WebSubmission):
        slots["reported"] = json.dumps([_plain(each) for each in facts.reported], ensure_ascii=False)
    return seal(organ_id=organ_id, context=context_of(report_id, "account"), slots=slots)


def account_slots(facts: ReportFacts | WebSubmission) -> dict[str, str]:
    return {
        "title": title_of(facts),
        "account": facts.account.strip(),
        "place": facts.place.strip(),
        "wish": facts.wish.strip(),
    }


def _plain(reported: ReportedFacts) -> dict[str, str]:
    return {
        "name": reported.name,
        "post": reported.post,
        "unit": reported.unit,
        "category": reported.category,
    }


def seal_identity(reporters: Sequence[ReporterFacts], organ_id: int, report_id: UUID) -> UUID | None:
    """Seal who reports to the identity key, apart from what is reported; None when nobody is named.

    The first person fills the slots; further signatories or representatives stand in ``others``.
    """
    if not reporters:
        return None
    context = context_of(report_id, "identity")
    return seal(organ_id=organ_id, context=context, slots=identity_slots(reporters), purpose=IDENTITY)


def identity_slots(reporters: Sequence[ReporterFacts]) -> dict[str, str]:
    first, *others = (asdict(each) for each in reporters)
    return {**first, "others": json.dumps(others, ensure_ascii=False)}


def seal_name(reported: ReportedFacts, organ_id: int, report_id: UUID) -> UUID:
    return seal(organ_id=organ_id, context=context_of(report_id, "name"), slots=name_slots(reported))


def name_slots(reported: ReportedFacts) -> dict[str, str]:
    return {"name": reported.name.strip(), "post": reported.post.strip(), "unit": reported.unit.strip()}


def seal_text(report: Report, field: str, text: str, *, to_reporter: bool = False) -> UUID:
    """Seal a text about a report to the office, and to the code's holder if asked."""
    return seal(
        organ_id=report.organ_id,
        context=context_of(report.pk, field),
        slots={"text": text.strip()},
        receipt=report.receipt if to_reporter else None,
    )


def seal_if_any(report: Report, field: str, text: str) -> UUID | None:
    """Seal a text to the office; None for no text."""
    return seal_text(report, field, text) if text.strip() else None


def context_of(report_id: UUID, field: str) -> str:
    """What a seal belongs to; bound into the ciphertext, so that it can't be moved to another report."""
    return new_seal_context(REPORT, report_id, field)


def read_account(slots: dict[str, str]) -> AccountContent:
    """The opened slots of an account as one thing."""
    return AccountContent(
        title=slots["title"],
        account=slots["account"],
        place=slots["place"],
        wish=slots["wish"],
        reported=read_reported(slots.get("reported", "[]")),
        old_number=slots.get("old_number", ""),
        extra=tuple((heading, text) for heading, text in json.loads(slots.get("extra", "[]"))),
    )


def read_reported(text: str) -> tuple[ReportedFacts, ...]:
    """The names as a reporter typed them, from the slot ``reported``."""
    return tuple(
        ReportedFacts(
            name=each["name"],
            post=each["post"],
            unit=each["unit"],
            category=CadreCategory(each["category"]),
        )
        for each in json.loads(text)
    )

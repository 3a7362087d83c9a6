"""One row by the plan: what it says of a report, or what is wrong with it. Pure, but for the names of villages."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from yixian.reception.enums import CadreCategory, Channel, DeclineReason, ReportState, Signing, SourceKind
from yixian.reception.facts import LIMITS, ReportedFacts, ReporterFacts, ReportFacts, check_facts
from yixian.reception.importing.drafts import Draft, Problem
from yixian.reception.importing.fields import (
    AUTO,
    FIELDS,
    KEEP,
    LISTED,
    NOT_A_NAME,
    PROBLEM,
    REPORTER,
    SKIP,
)
from yixian.reception.importing.intake import Layout, Row
from yixian.reception.importing.plan import Plan
from yixian.reception.importing.posts import category_by_words
from yixian.reception.naming import bare
from yixian.regulations.classes import ReportClass, VillageIssue
from yixian.toolkit.spreadsheets import read_day
from yixian.trail.refusal import Refusal

LONGEST_SHOWN = 40
HIDDEN = "（举报人栏，不显示）"
NO_NAME = "台账载明实名，未载姓名"
_BETWEEN = re.compile(r"[、,，;；/\n]+")
_COUNT = re.compile(r"(\d{1,5})\s*(?:人|名)?(?:\.0)?")
CLOSED = (ReportState.ANSWERED, ReportState.DECLINED)


class NotUsable(Exception):
    """The cell of ``field`` can't be used; ``says`` is what to do."""

    def __init__(self, field: str, says: str) -> None:
        super().__init__(says)
        self.field, self.says = field, says


@dataclass(frozen=True, slots=True)
class Reader:
    """``villages`` bare name → id; nothing after ``today`` has happened yet."""

    layout: Layout
    plan: Plan
    villages: Mapping[str, int]
    today: date

    def read(self, position: int, row: Row) -> Draft | list[Problem]:
        """The draft, or every problem of the row."""
        reading = _Reading(self, row)
        if -1 in row.faults:
            return [Problem(self.place(row), "", "", f"{row.faults[-1]}。")]
        draft = reading.draft(position)
        return reading.problems or ([] if draft is None else draft)

    def place(self, row: Row) -> str:
        """第 12 行, with the sheet where there are several."""
        return self.named(f"{row.sheet}!{row.row}")

    def named(self, told: str) -> str:
        sheet, _, number = told.partition("!")
        several = f"“{self.layout.sheets[int(sheet)]}”" if len(self.layout.sheets) > 1 else ""
        return f"{several}第{number}行"


@dataclass(slots=True)
class _Reading:
    reader: Reader
    row: Row
    problems: list[Problem] = field(default_factory=list)

    def draft(self, position: int) -> Draft | None:
        self._repeated()
        made = {name: self._tried(read) for name, read in _PARTS.items()}
        if self.problems:
            return None
        try:
            return self._composed(position, made)
        except NotUsable as fault:
            self._blame(fault.field, fault.says)
        except Refusal as refusal:
            self.problems.append(Problem(self.reader.place(self.row), "", "", refusal.message))
        return None

    def _repeated(self) -> None:
        if self.row.same_as:
            says = f"与{self.reader.named(self.row.same_as)}完全相同。如果是两件，请在表中写明不同之处。"
            self.problems.append(Problem(self.reader.place(self.row), "", "", says))
        at = self.reader.plan.column_of("id")
        if at is not None and at in self.row.again and not self.row.same_as:
            first = self.reader.named(self.row.again[at])
            self._blame("id", f"这个编号在{first}已经用过。请改正其中一个编号。")

    def _tried(self, read: Callable[["_Reading"], Any]) -> Any:
        try:
            return read(self)
        except NotUsable as fault:
            self._blame(fault.field, fault.says)
            return None

    def _blame(self, name: str, says: str) -> None:
        at = self.reader.plan.column_of(name)
        heading = FIELDS[name] if at is None else self.reader.layout.headings[at] or FIELDS[name]
        value = HIDDEN if name in REPORTER else self.text(name)[:LONGEST_SHOWN]
        self.problems.append(Problem(self.reader.place(self.row), heading, value, says))

    # What stands in the cells.

    def text(self, name: str) -> str:
        """The cell of a field, or of several columns one below the other; a number is not taken from a merged cell."""
        found = []
        for at, given in enumerate(self.reader.plan.columns):
            if given == name and at < len(self.row.cells) and not (name == "id" and at in self.row.filled):
                found.append((self.reader.layout.headings[at], self.row.cells[at]))
        held = [(heading, text) for heading, text in found if text]
        if len(found) < 2:
            return held[0][1] if held else ""
        return "\n".join(f"{heading}：{text}" for heading, text in held)

    def sound(self, name: str) -> str:
        """The text of a cell that must be right; a formula without a value is not."""
        at = self.reader.plan.column_of(name)
        if at is not None and at in self.row.faults:
            raise NotUsable(name, f"{self.row.faults[at]}。")
        return self.text(name)

    def day(self, name: str) -> date | None:
        text = self.sound(name)
        if not text:
            return None
        day = read_day(text)
        if day is None:
            raise NotUsable(name, "日期看不懂。请写成 2024-03-05 这样的年月日。")
        if day > self.reader.today:
            raise NotUsable(name, "日期在今天以后，请核对。")
        return day

    def word(self, name: str) -> str:
        """Our word for a cell, or ``auto``; an unknown word is a problem."""
        listed, plan, text = LISTED[name], self.reader.plan, self.sound(name)
        meant = (
            (plan.words.get(name, {}).get(text) or listed.read(text)) if text else plan.blank.get(name, "")
        )
        meant = meant or (PROBLEM if text else listed.blank)
        if meant == PROBLEM:
            says = "这个词看不懂。请在“对应词语”一步选定它的意思，或者在表中改正。" if text else "没有填写。"
            raise NotUsable(name, says)
        return meant

    # The parts of a report.

    def received_on(self) -> date:
        day = self.day("received_on") or self.day("registered_on")
        if day is None:
            raise NotUsable(
                "received_on" if self.has("received_on") else "registered_on", "没有日期。请补填收到日期。"
            )
        return day

    def has(self, name: str) -> bool:
        return self.reader.plan.column_of(name) is not None

    def account(self) -> tuple[str, str]:
        """Title and account. A title too long to be one is the account's beginning."""
        title, account = self.sound("subject"), self.sound("detail")
        if not title and not account:
            raise NotUsable(
                "detail" if self.has("detail") else "subject", "没有标题和反映内容，不能成为一件。"
            )
        if len(title) > LIMITS["title"] or "\n" in title:
            title, account = "", f"{title}\n{account}".strip() if account != title else account
        return title, account or title

    def reporters(self) -> tuple[ReporterFacts, ...]:
        texts = {name: self.text(name) for name in REPORTER}
        names = [] if texts["sender"] in NOT_A_NAME else [n.strip() for n in _BETWEEN.split(texts["sender"])]
        first, *others = [name for name in names if name] or [""]
        told = ReporterFacts(
            name=first,
            phone=texts["phone"],
            address=texts["address"],
            id_number=texts["id_number"],
            note=texts["sender_note"],
        )
        if told == ReporterFacts():
            return ()
        self._limited(told)
        return (told, *(ReporterFacts(name=name) for name in others))

    def _limited(self, told: ReporterFacts) -> None:
        for name, slot in zip(REPORTER, ("name", "phone", "address", "id_number", "note"), strict=True):
            if len(getattr(told, slot)) > LIMITS[slot]:
                raise NotUsable(name, f"超过{LIMITS[slot]}个字，请精简。")

    def reported(self) -> tuple[ReportedFacts, ...]:
        names, posts, units = (_parts(self.text(n)) for n in ("accused", "accused_post", "accused_unit"))
        category = self.word("accused_category")
        if not names:
            return tuple(ReportedFacts(name=unit, category=CadreCategory.UNIT) for unit in units)
        return tuple(
            _person(name, _beside(posts, at, len(names)), _beside(units, at, len(names)), category)
            for at, name in enumerate(names)
        )

    def people_count(self) -> int:
        text = self.sound("people_count")
        match = _COUNT.fullmatch(text) if text else None
        if text and (match is None or not 1 <= int(match[1]) <= 10_000):
            raise NotUsable("people_count", "人数应是1到10000的数字。")
        return int(match[1]) if match else 1

    # Put together.

    def _composed(self, position: int, made: Mapping[str, Any]) -> Draft:
        (title, account), reporters = made["account"], made["reporters"]
        signing, reporters = _signing(made["signed"], reporters)
        title, account = _without(title, reporters), _without(account, reporters)
        village = self.reader.villages.get(bare(self.text("place"))) if self.text("place") else None
        facts = ReportFacts(
            title=title,
            account=account,
            received_on=made["received_on"],
            reported=made["reported"],
            reporters=reporters,
            signing=signing,
            source=SourceKind(made["source"]),
            place="" if village else self.text("place"),
            village_id=village,
            urgent=made["urgent"] == "yes",
            people_count=max(made["people_count"], len(reporters), 1),
        )
        check_facts(facts)
        draft = Draft(
            position=position,
            row=self.reader.place(self.row),
            channel=Channel(made["channel"]),
            facts=facts,
            registered_on=made["registered_on"] or made["received_on"],
            state=_state(made),
            old_number=self.sound("id"),
            first_number=self.text("first_number"),
            extra=tuple(self._extra(reporters)),
        )
        return self._with_class(self._with_days(draft, made), made)

    def _with_days(self, draft: Draft, made: Mapping[str, Any]) -> Draft:
        received, state = draft.facts.received_on, draft.state
        if draft.registered_on < received:
            raise NotUsable("registered_on", "登记日期早于收到日期，请核对两个日期。")
        if state == ReportState.ENVELOPED:
            raise NotUsable(
                "state", "属于上级受理的件不录入内容（检控规则第十五条），请到“登记—信封”只登记信封。"
            )
        if state == ReportState.KEPT and not draft.first_number:
            raise NotUsable("state", "作为重复件留存的，应写明初次来件的编号；不清楚的，状态改为“已反馈”。")
        ended = made["closed_on"] or made["answered_on"] or made["sent_on"]
        answered = made["answered_on"] or ended
        if state in CLOSED and answered is None:
            raise NotUsable(
                "closed_on" if self.has("closed_on") else "answered_on",
                "已办结，但没有办结（答复）日期，请补填。",
            )
        if state == ReportState.PASSED_ON and ended is None:
            raise NotUsable(
                "sent_on" if self.has("sent_on") else "closed_on", "已转出，但没有转出（办结）日期，请补填。"
            )
        for name in ("answered_on", "closed_on", "sent_on"):
            if made[name] and made[name] < received:
                raise NotUsable(name, "早于收到日期，请核对两个日期。")
        is_open = state in (ReportState.REGISTERED, ReportState.ACCEPTED)
        return replace(
            draft,
            answered_on=answered if state in CLOSED else None,
            closed_on=None if is_open else ended or draft.registered_on,
        )

    def _with_class(self, draft: Draft, made: Mapping[str, Any]) -> Draft:
        kind = None if made["kind"] == AUTO else ReportClass(made["kind"])
        issue = VillageIssue(made["issue"]) if kind is ReportClass.ACCUSATION else None
        second = None if made["second_issue"] == AUTO else VillageIssue(made["second_issue"])
        reason = None
        if draft.state == ReportState.DECLINED:
            reason = self._reason(made["decline_reason"], kind)
        return replace(
            draft,
            report_class=kind,
            main_issue=issue,
            second_issue=second if kind is not None else None,
            decline_reason=reason,
        )

    def _reason(self, told: str, kind: ReportClass | None) -> DeclineReason:
        if told != AUTO:
            return DeclineReason(told)
        if kind is ReportClass.OUT_OF_SCOPE:
            return DeclineReason.OTHER_ORGAN
        words = "、".join(str(each.label) for each in DeclineReason)
        raise NotUsable("decline_reason", f"不予受理应写明原因，只能是：{words}。")

    def _extra(self, reporters: tuple[ReporterFacts, ...]) -> Iterator[tuple[str, str]]:
        """Whatever the columns hold that no field of ours takes whole."""
        for at, name in enumerate(self.reader.plan.columns):
            text = self.row.cells[at] if at < len(self.row.cells) else ""
            if text and name != SKIP and (name == KEEP or _says_more(name, text)):
                yield self.reader.layout.headings[at] or f"第{at + 1}列", _without(text, reporters)


def _signing(told: str, reporters: tuple[ReporterFacts, ...]) -> tuple[Signing, tuple[ReporterFacts, ...]]:
    """What the ledger says of the signature; where it says nothing, a name is a signature not yet verified."""
    if told == AUTO:
        return (Signing.UNVERIFIED if reporters else Signing.ANONYMOUS), reporters
    signing = Signing(told)
    if signing is Signing.ANONYMOUS and any(each.name for each in reporters):
        raise NotUsable("signed", "写的是匿名，但举报人栏有姓名。请改正其中一处。")
    if signing is Signing.ANONYMOUS:
        return (Signing.UNVERIFIED if reporters else signing), reporters
    return signing, reporters or (ReporterFacts(note=NO_NAME),)


def _state(made: Mapping[str, Any]) -> ReportState:
    if made["state"] != AUTO:
        return ReportState(made["state"])
    ended = made["closed_on"] or made["answered_on"]
    return ReportState.ANSWERED if ended else ReportState.REGISTERED


def _says_more(name: str, text: str) -> bool:
    """Whether the office's own word says more than ours for it: 已转镇农经站, but not 信 or 否."""
    if name not in LISTED or len(text) < 2:
        return False
    return not any(text in label or label in text for label in LISTED[name].choices.values())


def _without(text: str, reporters: tuple[ReporterFacts, ...]) -> str:
    """检控规则 47: the account is read by everyone who handles it, so who reports is 反映人 there."""
    for name in (each.name for each in reporters):
        if len(name) > 1:
            text = text.replace(name, "反映人")
    return text


def _parts(text: str) -> list[str]:
    return [part.strip() for part in _BETWEEN.split(text) if part.strip()]


def _beside(parts: list[str], at: int, people: int) -> str:
    """As many posts as people: each has one; otherwise all share what stands there."""
    return parts[at] if len(parts) == people else "、".join(parts)


def _person(name: str, post: str, unit: str, category: str) -> ReportedFacts:
    told = category_by_words(name, post, unit) if category == AUTO else CadreCategory(category)
    return ReportedFacts(name=name, post=post, unit=unit, category=told)


def _listed(name: str) -> Callable[[_Reading], str]:
    return lambda reading: reading.word(name)


def _dated(name: str) -> Callable[[_Reading], date | None]:
    return lambda reading: reading.day(name)


_PARTS: Mapping[str, Callable[[_Reading], Any]] = {
    "received_on": _Reading.received_on,
    "account": _Reading.account,
    "reporters": _Reading.reporters,
    "reported": _Reading.reported,
    "people_count": _Reading.people_count,
    **{name: _dated(name) for name in ("registered_on", "answered_on", "closed_on", "sent_on")},
    **{name: _listed(name) for name in LISTED if name != "accused_category"},
}

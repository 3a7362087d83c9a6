"""The parts of a report, each read from its cells."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from yixian.reception.enums import CadreCategory
from yixian.reception.facts import LIMITS, ReportedFacts, ReporterFacts
from yixian.reception.importing.cells import Cells, NotUsable
from yixian.reception.importing.fields import AUTO, LISTED, NOT_A_NAME, REPORTER
from yixian.reception.importing.posts import category_by_words

_BETWEEN = re.compile(r"[、,，;；/\n]+")
_COUNT = re.compile(r"(\d{1,5})\s*(?:人|名)?(?:\.0)?")


def _received_on(cells: Cells) -> date:
    day = cells.day("received_on") or cells.day("registered_on")
    if day is None:
        raise NotUsable(
            "received_on" if cells.has("received_on") else "registered_on", "没有日期。请补填收到日期。"
        )
    return day


def _account(cells: Cells) -> tuple[str, str]:
    """Title and account. A title too long to be one is the account's beginning."""
    title, account = cells.sound("subject"), cells.sound("detail")
    if not title and not account:
        raise NotUsable("detail" if cells.has("detail") else "subject", "没有标题和反映内容，不能成为一件。")
    if len(title) > LIMITS["title"] or "\n" in title:
        title, account = "", f"{title}\n{account}".strip() if account != title else account
    return title, account or title


def _reporters(cells: Cells) -> tuple[ReporterFacts, ...]:
    texts = {name: cells.text(name) for name in REPORTER}
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
    _limited(told)
    return (told, *(ReporterFacts(name=name) for name in others))


def _limited(told: ReporterFacts) -> None:
    for name, slot in zip(REPORTER, ("name", "phone", "address", "id_number", "note"), strict=True):
        if len(getattr(told, slot)) > LIMITS[slot]:
            raise NotUsable(name, f"超过{LIMITS[slot]}个字，请精简。")


def _reported(cells: Cells) -> tuple[ReportedFacts, ...]:
    names, posts, units = (_parts(cells.text(n)) for n in ("accused", "accused_post", "accused_unit"))
    category = cells.word("accused_category")
    if not names:
        return tuple(ReportedFacts(name=unit, category=CadreCategory.UNIT) for unit in units)
    return tuple(
        _person(name, _beside(posts, at, len(names)), _beside(units, at, len(names)), category)
        for at, name in enumerate(names)
    )


def _people_count(cells: Cells) -> int:
    text = cells.sound("people_count")
    match = _COUNT.fullmatch(text) if text else None
    if text and (match is None or not 1 <= int(match[1]) <= 10_000):
        raise NotUsable("people_count", "人数应是1到10000的数字。")
    return int(match[1]) if match else 1


def _parts(text: str) -> list[str]:
    return [part.strip() for part in _BETWEEN.split(text) if part.strip()]


def _beside(parts: list[str], at: int, people: int) -> str:
    """As many posts as people: each has one; otherwise all share what stands there."""
    return parts[at] if len(parts) == people else "、".join(parts)


def _person(name: str, post: str, unit: str, category: str) -> ReportedFacts:
    told = category_by_words(name, post, unit) if category == AUTO else CadreCategory(category)
    return ReportedFacts(name=name, post=post, unit=unit, category=told)


def _listed(name: str) -> Callable[[Cells], str]:
    return lambda cells: cells.word(name)


def _dated(name: str) -> Callable[[Cells], date | None]:
    return lambda cells: cells.day(name)


PARTS: Mapping[str, Callable[[Cells], Any]] = {
    "received_on": _received_on,
    "account": _account,
    "reporters": _reporters,
    "reported": _reported,
    "people_count": _people_count,
    **{name: _dated(name) for name in ("registered_on", "answered_on", "closed_on", "sent_on")},
    **{name: _listed(name) for name in LISTED if name != "accused_category"},
}
"""What each part is read by; the whole is put together in ``composing``."""

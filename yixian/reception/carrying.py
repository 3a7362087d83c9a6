"""What of a report goes into a sealed file for another installation, and what stands in one that came.

What is reported is read and sealed anew on the other side. Who reported, and files that show it, travel closed: whoever
imports them cannot open them (``protection.actions.carry_identity``). Both sides derive the names of those seals from
the id of the row that is to be made, so that no file can name a seal of ours.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid5

from django.db import IntegrityError

from yixian.protection.actions import ParcelRefused
from yixian.reception.attaching import OpenedFile
from yixian.reception.facts import LIMITS
from yixian.reception.models import Report
from yixian.reception.opening import ReportContent
from yixian.reception.sealing import read_reported
from yixian.toolkit.files import FileKind
from yixian.toolkit.files.kinds import LARGEST
from yixian.toolkit.files.sniffing import sniff
from yixian.toolkit.files.taking_in import plain_name

WORDS = ("title", "account", "place", "wish")
FROM_LEDGER = ("old_number", "extra")
NOT_AS_AGREED = "加封文件的内容不合规格，没有导入。请对方核对两边的版本，重新导出。"


@dataclass(frozen=True, slots=True)
class Packed:
    """Facts for JSON, and the files that they point to by number."""

    facts: dict[str, Any]
    blobs: list[bytes] = field(repr=False)

    def put(self, blob: bytes | None) -> int | None:
        """Add a file and say its number."""
        if blob is None:
            return None
        self.blobs.append(blob)
        return len(self.blobs) - 1

    def at(self, number: int | None) -> bytes | None:
        if number is None:
            return None
        if number < 0:
            raise IndexError(number)
        return self.blobs[number]


@dataclass(frozen=True, slots=True)
class SealNames:
    """The seals of a row that is still to be made elsewhere."""

    copy_id: UUID

    @property
    def identity(self) -> UUID:
        return uuid5(self.copy_id, "identity")

    @property
    def watch(self) -> UUID:
        return uuid5(self.copy_id, "watch")

    def file(self, position: int) -> UUID:
        return uuid5(self.copy_id, f"file:{position}")


def facts_of(report: Report) -> dict[str, Any]:
    """What is counted of a report."""
    return {
        "number": report.number or "",
        "channel": report.channel,
        "signing": report.signing,
        "received_on": report.received_on.isoformat(),
        "urgent": report.urgent,
        "people_count": report.people_count,
        "representatives": report.representatives,
    }


def words_of(content: ReportContent) -> dict[str, str]:
    """As ``carry_names`` does within one installation: the receiver registers the people anew from the account."""
    account = content.account
    people = content.people or account.reported
    named = [
        {"name": each.name, "post": each.post, "unit": each.unit, "category": each.category}
        for each in people
    ]
    told = {name: getattr(account, name) for name in WORDS}
    told["reported"] = json.dumps(named, ensure_ascii=False)
    if account.old_number:
        told["old_number"] = account.old_number
    if account.extra:
        told["extra"] = json.dumps(account.extra, ensure_ascii=False)
    return told


@contextmanager
def as_agreed() -> Iterator[None]:
    """Facts that are missing, of another kind or out of bounds make the whole file void."""
    try:
        yield
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, IntegrityError) as error:
        raise ParcelRefused(NOT_AS_AGREED) from error


def checked_words(told: dict[str, Any]) -> dict[str, str]:
    """The slots of an account, none longer than our own forms let it be."""
    words = {name: str(told[name]) for name in WORDS}
    if any(len(text) > LIMITS[name] for name, text in words.items()) or not words["account"].strip():
        raise ValueError("too long, or nothing reported")
    words["reported"] = str(told["reported"])
    read_reported(words["reported"])
    return words | {name: str(told[name]) for name in FROM_LEDGER if name in told}


def checked_file(told: dict[str, Any], content: bytes) -> OpenedFile:
    """A file is what its sender says that it is, by its own first bytes."""
    kind = FileKind[told["type"]]
    if sniff(content) is not kind or len(content) > LARGEST[kind]:
        raise ParcelRefused(
            f"第{int(told['position'])}份材料不是所写的{kind.label}，可能有问题，没有导入。请对方核对后重新导出。"
        )
    return OpenedFile(plain_name(str(told["name"])), kind, content)

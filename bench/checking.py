"""After the kills, in the office's environment: is what was acknowledged there, whole, and do its keys open it?

Reads {"phrases", "acknowledged": [[code, number, files], …]} from its input; prints what it counted and what is wrong.
Every seal of the database is opened here with the chief's own keys, as at a desk.
"""

import json
import re
import sys
from collections.abc import Iterator
from typing import Any
from uuid import UUID

import django

from bench.reporters import account, file_of

Slots = dict[str, str | bytes]
SUBMIT = "reception.submit_web_report"
ACCOUNT = {"title", "account", "place", "wish", "reported"}
NUMBER = re.compile(r"第(\d+)件）$")
BATCH = 200


def opened(officer: Any) -> dict[UUID, Slots]:
    """Every slot of every seal that these keys open; what does not open raises."""
    from yixian.protection.actions.rings import ring_of
    from yixian.protection.actions.sealing import decoded
    from yixian.vault import sealing
    from yixian.vault.enums import Purpose
    from yixian.vault.models import DataKey

    seals = list(DataKey.objects.order_by("pk").values_list("pk", flat=True))
    held: dict[UUID, Slots] = {}
    for start in range(0, len(seals), BATCH):
        for purpose in Purpose:
            keys = sealing.keys_of(seals[start : start + BATCH], ring_of(officer), purpose)
            for seal, slots in sealing.read(keys).items():
                held[seal] = {slot: decoded(plain) for slot, plain in slots.items()}
    return held


def lost(acknowledged: list[list[Any]], held: dict[UUID, Slots]) -> Iterator[str]:
    """Why an acknowledged code counts as lost: it opens no mailbox, or not the report that was sent."""
    from yixian.protection.actions import present_code
    from yixian.reception.mailbox import as_mailbox, report_of
    from yixian.trail.refusal import Refusal

    for code, number, files in acknowledged:
        try:
            holder = present_code(code)
            report = report_of(holder)
            as_mailbox(holder, report)
        except Refusal as refusal:
            yield f"report {number}: {refusal.message}"
            continue
        if held.get(report.account_seal(), {}).get("account") != account(number):
            yield f"report {number}: its account does not open, or is another"
        if report.attachments.count() != files:
            yield f"report {number}: {report.attachments.count()} of {files} files"


def half_written(held: dict[UUID, Slots]) -> Iterator[str]:
    """Reports without all that one submission writes."""
    from yixian.reception.models import Report
    from yixian.trail.models import Entry
    from yixian.vault.models import Receipt

    receipts = set(Receipt.objects.order_by("pk").values_list("pk", flat=True))
    for report in Report.objects.prefetch_related("steps", "attachments").order_by("pk"):
        named = report.signing != "anonymous"
        whole = {
            "account": set(held.get(report.account, ())) == ACCOUNT,
            "identity": named == ("name" in held.get(report.identity, ())),
            "receipt": report.receipt in receipts,
            "step": [step.act for step in report.steps.all()] == [SUBMIT],
            "files": all(_is_as_sent(each, held, report) for each in report.attachments.all()),
        }
        yield from (f"report {report.pk}: {part}" for part, is_whole in whole.items() if not is_whole)
    entries, reports = Entry.objects.filter(act=SUBMIT, outcome="done").count(), Report.objects.count()
    if (
        entries != reports
    ):  # the trail names no report of somebody outside: only their number can be held against it
        yield f"the trail tells of {entries} reports, and there are {reports}"


def _is_as_sent(attachment: Any, held: dict[UUID, Slots], report: Any) -> bool:
    """Byte for byte; the number of the report stands at the end of its own words."""
    number = NUMBER.search(str(held.get(report.account, {}).get("account", "")))
    slots = held.get(attachment.content, {})
    wanted = file_of(int(number[1])) if number else b""
    return set(slots) == {"name", "kind", "file"} and slots["file"] == wanted


def orphans(held: dict[UUID, Slots]) -> Iterator[str]:
    """Rows that belong to no report: seals, closed seals, codes."""
    from yixian.reception.models import Attachment, Report
    from yixian.vault.models import DataKey, Receipt

    kept = set(Attachment.objects.order_by("pk").values_list("content", flat=True))
    for pair in Report.objects.order_by("pk").values_list("account", "identity"):
        kept.update(pair)
    for seal in DataKey.objects.order_by("pk"):
        if seal.pk in kept and seal.watch_id:
            kept.add(seal.watch_id)
    known = {seal.pk: seal.context for seal in DataKey.objects.order_by("pk")}
    yield from (f"seal {known[seal]} belongs to nothing" for seal in known.keys() - kept)
    yield from (f"seal {known[seal]} does not open" for seal in known.keys() - held.keys())
    unused = Receipt.objects.exclude(pk__in=Report.objects.values("receipt"))
    yield from (f"receipt {receipt.pk} has no report" for receipt in unused.order_by("pk"))


def broken_database() -> Iterator[str]:
    """What the database says of its own file, and the trail of its chain."""
    from django.db import connection

    from yixian.trail.queries import verify

    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA integrity_check")
            yield from (row[0] for row in cursor.fetchall() if row[0] != "ok")
    yield from (breach.text for breach in verify())


def main() -> None:
    django.setup()
    from yixian.protection.actions import open_sitting
    from yixian.reception.models import Attachment, Report

    given = json.load(sys.stdin)
    held = opened(open_sitting(username="shuji", passphrase=given["phrases"]["shuji"]))
    found: dict[str, object] = {
        "reports": Report.objects.count(),
        "files": Attachment.objects.count(),
        "seals_opened": len(held),
        "lost": list(lost(given["acknowledged"], held)),
        "half_written": list(half_written(held)),
        "orphans": list(orphans(held)),
        "broken": list(broken_database()),
    }
    print(json.dumps(found, ensure_ascii=False))


if __name__ == "__main__":
    main()

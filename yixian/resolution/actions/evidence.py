"""证据清单: an item is registered once, with the very bytes of its file and their hash; it is never replaced."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Max

from yixian.assessment.queries import reports_of
from yixian.protection.actions import open_bytes, open_seal, require, seal
from yixian.protection.officer import Officer
from yixian.protection.texts import LONGEST, TextMissing, TextTooLong, text_context
from yixian.reception.actions import require_discreet
from yixian.resolution.enums import CustodyState
from yixian.resolution.facts import EvidenceFacts
from yixian.resolution.models import Clue, Custody, Evidence, Task, Verification
from yixian.resolution.team import check_may_take, verification_going_on
from yixian.toolkit.files import FileKind, WholeFile, sha256_of
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal

CLEAN, ORIGINAL = "clean", "original"


class NotOfThisVerification(Refusal):
    """What is named belongs to another verification."""

    key = "not_of_this_verification"


class TakenLater(Refusal):
    """What has not been taken yet is no evidence."""

    key = "taken_later"


class BytesChanged(Refusal):
    """What the seal holds no longer has the hash that was noted when it was taken."""

    key = "bytes_changed"


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """A file of evidence for one answer: the original bytes, or the washed copy that the viewer shows."""

    name: str
    kind: FileKind
    sha256: str
    content: bytes = field(repr=False)


@leaves_trail("resolution.record_evidence")
def record_evidence(*, by: Officer, clue: Clue, facts: EvidenceFacts, on: date) -> Evidence:
    """Enter an item in the list; whoever took it has it in custody from that day."""
    require(by, "resolution.record_evidence", clue)
    verification = verification_going_on(clue)
    check_may_take(by, clue, facts.taken_by_id)
    _check(verification, facts, on)
    written = f"{facts.title}\n{facts.source}\n{facts.shows}"
    require_discreet(by=by, reports=reports_of(clue.matter), text=written, what="证据清单")
    last = verification.evidence.aggregate(last=Max("position"))["last"] or 0
    item = Evidence(
        verification=verification,
        position=last + 1,
        kind=facts.kind,
        originality=facts.originality,
        pages=facts.pages,
        task_id=facts.task_id,
        taken_by_id=facts.taken_by_id,
        taken_on=facts.taken_on,
        noted_by_id=by.staff_id,
        noted_on=on,
    )
    item.words = _seal_words(item, facts)
    item.file = _seal_file(item, facts.file) if facts.file else None
    item.save()
    Custody.objects.create(
        evidence=item, staff_id=facts.taken_by_id, state=CustodyState.HELD, since_on=facts.taken_on
    )
    return item


def _check(verification: Verification, facts: EvidenceFacts, on: date) -> None:
    for words, what in ((facts.title, "证据名称"), (facts.source, "来源"), (facts.shows, "证明的内容")):
        if not words.strip():
            raise TextMissing(f"请填写{what}。")
        if len(words) > LONGEST:
            raise TextTooLong(f"{what}最多{LONGEST}个字，请精简。")
    if facts.taken_on > on:
        raise TakenLater("提取日期不得晚于今天，请核对。")
    if (
        facts.task_id is not None
        and not Task.objects.filter(pk=facts.task_id, verification=verification).exists()
    ):
        raise NotOfThisVerification("所选的核查任务不属于这次核实，请重新选择。")


def _seal_words(item: Evidence, facts: EvidenceFacts) -> UUID:
    slots = {"title": facts.title.strip(), "source": facts.source.strip(), "shows": facts.shows.strip()}
    return seal(organ_id=item.organ_id, context=text_context(item, "words"), slots=slots)


def _seal_file(item: Evidence, given: WholeFile) -> UUID:
    """Both, under one key: the bytes as they came, and what the viewer may show."""
    slots: dict[str, str | bytes] = {
        "name": given.clean.name,
        "kind": given.clean.kind.name,
        "sha256": given.sha256,
        ORIGINAL: given.original,
        CLEAN: given.clean.content,
    }
    return seal(organ_id=item.organ_id, context=text_context(item, "file"), slots=slots)


@leaves_trail("resolution.open_evidence")
def open_evidence(*, by: Officer, evidence: Evidence, original: bool) -> EvidenceFile:
    """The file, for the viewer or to the byte; the original is held against its hash each time."""
    require(by, "resolution.open_evidence", evidence)
    if evidence.file is None:
        raise NotOfThisVerification("这份证据没有附文件，原件由保管人保管。")
    context = text_context(evidence, "file")
    about = open_seal(
        by=by, seal=evidence.file, slots=("name", "kind", "sha256"), about=evidence, context=context
    )
    slot = ORIGINAL if original else CLEAN
    content = open_bytes(by=by, seal=evidence.file, slot=slot, about=evidence, context=context)
    if original and sha256_of(content) != about["sha256"]:
        raise BytesChanged("文件与登记时的校验值不符。请不要使用，立即报告纪委书记并核验留痕。")
    return EvidenceFile(about["name"], FileKind[about["kind"]], about["sha256"], content)

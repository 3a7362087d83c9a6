"""本地文件: the office's own documents in the library of rules, by the days on which they held."""

from datetime import date

from yixian.protection.actions import open_bytes, open_seal, require, seal
from yixian.protection.officer import Officer
from yixian.protection.texts import TextMissing, text_context
from yixian.regulations.rough_days import RoughDay, parse_rough_day
from yixian.resolution.facts import LocalRuleFacts
from yixian.resolution.models import LocalRule
from yixian.toolkit.files import CleanFile, FileKind
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal


class EndsBeforeItBegins(Refusal):
    """A document stops holding after it began to."""

    key = "ends_before_it_begins"


class NoFileHere(Refusal):
    """Only the title was entered."""

    key = "no_file_here"


@leaves_trail("resolution.add_local_rule")
def add_local_rule(*, by: Officer, facts: LocalRuleFacts, on: date) -> LocalRule:
    """Enter a document of the office's own."""
    require(by, "resolution.add_local_rule")
    if not facts.title.strip():
        raise TextMissing("请填写文件名称。")
    _check_order(facts.since, facts.until)
    rule = LocalRule(
        organ_id=by.organ_id,
        subject=facts.subject,
        since=facts.since.written,
        until=facts.until.written if facts.until else "",
        added_by_id=by.staff_id,
        added_on=on,
    )
    words = {"title": facts.title.strip(), "number": facts.number.strip(), "note": facts.note.strip()}
    rule.words = seal(organ_id=by.organ_id, context=text_context(rule, "words"), slots=words)
    if facts.file:
        file: dict[str, str | bytes] = {
            "name": facts.file.name,
            "kind": facts.file.kind.name,
            "file": facts.file.content,
        }
        rule.file = seal(organ_id=by.organ_id, context=text_context(rule, "file"), slots=file)
    rule.save()
    return rule


def _check_order(since: RoughDay, until: RoughDay | None) -> None:
    if until is not None and until.last <= since.first:
        raise EndsBeforeItBegins("不再施行的日期应当在施行以后，请核对。")


@leaves_trail("resolution.end_local_rule")
def end_local_rule(*, by: Officer, rule: LocalRule, until: RoughDay) -> LocalRule:
    """The document stopped holding; what happened before is still judged by it."""
    require(by, "resolution.end_local_rule", rule)
    _check_order(parse_rough_day(rule.since), until)
    rule.until = until.written
    rule.save(update_fields=["until"])
    return rule


@leaves_trail("resolution.open_local_rule")
def open_local_rule(*, by: Officer, rule: LocalRule) -> CleanFile:
    """The file of the document."""
    require(by, "resolution.open_local_rule", rule)
    if rule.file is None:
        raise NoFileHere("这份文件只登记了名称，没有附文件。")
    context = text_context(rule, "file")
    named = open_seal(by=by, seal=rule.file, slots=("name", "kind"), about=rule, context=context)
    content = open_bytes(by=by, seal=rule.file, slot="file", about=rule, context=context)
    return CleanFile(FileKind[named["kind"]], named["name"], content)

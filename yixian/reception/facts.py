"""What a clerk or a reporter hands over to be registered, and how long each part may be.

The limits are stated on the forms; a longer text is refused with the limit, never cut in silence.
"""

from dataclasses import dataclass, fields
from datetime import date

from yixian.reception.enums import (
    BoxItemKind,
    CadreCategory,
    Channel,
    Delivery,
    ItemSeal,
    Rating,
    Signing,
    SourceKind,
    StripState,
)
from yixian.toolkit.files import CleanFile
from yixian.trail.refusal import Refusal

LIMITS = {
    "title": 100,
    "account": 20_000,
    "place": 100,
    "wish": 1_000,
    "name": 60,
    "post": 60,
    "unit": 60,
    "phone": 40,
    "address": 200,
    "id_number": 30,
    "note": 1_000,
    "text": 5_000,
    "section": 5_000,
    "talk": 10_000,
    "corrections": 1_000,
    "reason": 500,
    "sender": 60,
    "postmark_place": 60,
    "mail_number": 40,
}
LABELS = {
    "title": "标题",
    "account": "反映内容",
    "place": "地点",
    "wish": "诉求",
    "name": "姓名",
    "post": "职务",
    "unit": "单位",
    "phone": "电话",
    "address": "地址",
    "id_number": "证件号码",
    "note": "备注",
    "text": "正文",
    "section": "这一段",
    "talk": "问答",
    "corrections": "更正",
    "reason": "原因",
    "sender": "信封上的寄件人",
    "postmark_place": "邮戳地点",
    "mail_number": "挂号（快递）号码",
}
MOST_REPORTED = 20
MOST_PEOPLE = 10_000


class TooLong(Refusal):
    """A part of what was handed over is longer than its stated limit."""

    key = "too_long"


class NotPlausible(Refusal):
    """A number that cannot be right."""

    key = "not_plausible"


class Missing(Refusal):
    """A part without which nothing can be registered is empty."""

    key = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedFacts:
    """One reported person or unit as named; ``cadre_id`` and ``unit_id`` once found on the roster.

    ``not_on_roster`` says that a person looked and that it is nobody of the same name on the roster.
    """

    name: str
    post: str = ""
    unit: str = ""
    category: CadreCategory = CadreCategory.UNKNOWN
    cadre_id: int | None = None
    unit_id: int | None = None
    not_on_roster: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReporterFacts:
    """Who reports, as they say; sealed under the identity key. Nothing of it is ever required."""

    name: str = ""
    phone: str = ""
    address: str = ""
    id_number: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverFacts:
    """What stands on the cover of a letter. The last three lead to whoever sent it: they go with the identity."""

    delivery: Delivery
    postmarked_on: date | None = None
    signed_for_on: date | None = None
    sender: str = ""
    postmark_place: str = ""
    mail_number: str = ""

    def traces(self) -> dict[str, str]:
        """What would find the sender, by its Chinese name; only what was given."""
        told = {name: getattr(self, name).strip() for name in ("sender", "postmark_place", "mail_number")}
        return {LABELS[name]: text for name, text in told.items() if text}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFacts:
    """One report. ``reporters`` is empty for an anonymous one; a visit names its representatives there.

    ``pages`` are pictures of the letter as it came in, in order; those of a signed letter are kept with the identity.
    """

    title: str
    account: str
    received_on: date
    reported: tuple[ReportedFacts, ...] = ()
    reporters: tuple[ReporterFacts, ...] = ()
    signing: Signing = Signing.ANONYMOUS
    source: SourceKind = SourceKind.OWN
    place: str = ""
    wish: str = ""
    village_id: int | None = None
    urgent: bool = False
    people_count: int = 1
    pages: tuple[CleanFile, ...] = ()
    cover: CoverFacts | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WebSubmission:
    """What the public window takes. ``concerns_office`` is the answer to 举报对象是否为本镇纪委工作人员或
    上级管理的干部: with yes it is sealed straight to the county.
    """

    title: str
    account: str
    reported: tuple[ReportedFacts, ...] = ()
    reporter: ReporterFacts | None = None
    place: str = ""
    wish: str = ""
    village_id: int | None = None
    people_count: int = 1
    concerns_office: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WebCorrections:
    """What a clerk settles when registering a web report; what the reporter wrote itself is never changed.

    ``reported`` replaces the names as typed by the reporter (they stay in the sealed account).
    """

    reported: tuple[ReportedFacts, ...] | None = None
    village_id: int | None = None
    urgent: bool = False
    people_count: int | None = None
    real_name_verified: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EnvelopeFacts:
    """A report that belongs to the superior and was never opened, copied or entered here."""

    received_on: date
    channel: Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxItemFacts:
    """One item of a box from outside: nothing of what it says."""

    kind: BoxItemKind = BoxItemKind.LETTER
    pages: int = 1
    closed: ItemSeal = ItemSeal.SEALED


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxFacts:
    """An opening as two people see it: the strip that they found, what lay inside, the strip that they put on."""

    village_id: int
    witness_id: int
    strip_before: str
    strip_state: StripState = StripState.INTACT
    strip_after: str
    items: tuple[BoxItemFacts, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingFacts:
    """The two ratings, apart, and a word of why."""

    unit: Rating
    reception: Rating
    reason: str = ""


def check_lengths(facts: object) -> None:
    """Refuse any text of the facts that is over its limit, naming the field and the limit."""
    for field in fields(facts):  # type: ignore[arg-type] # only the dataclasses of this module are passed
        check_length(field.name, getattr(facts, field.name))


def check_length(name: str, value: object) -> None:
    if isinstance(value, str) and len(value) > LIMITS.get(name, len(value)):
        raise TooLong(f"“{LABELS[name]}”最多{LIMITS[name]}个字，现在有{len(value)}个字，请精简或者分次提交。")


def check_facts(facts: ReportFacts | WebSubmission) -> None:
    """Every limit, and the one thing without which there is no report: what is reported."""
    if not facts.account.strip():
        raise Missing("请写明反映的内容。")
    if len(facts.reported) > MOST_REPORTED:
        raise TooLong(f"一次最多登记{MOST_REPORTED}名被反映人，其余请写在反映内容里。")
    if not 1 <= facts.people_count <= MOST_PEOPLE:
        raise NotPlausible(f"人数应在1到{MOST_PEOPLE}之间，请核对。")
    check_lengths(facts)
    reporters = facts.reporters if isinstance(facts, ReportFacts) else (facts.reporter,)
    for part in (*facts.reported, *reporters):
        if part is not None:
            check_lengths(part)

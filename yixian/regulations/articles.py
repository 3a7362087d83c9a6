"""What every rule stands on: the instrument, its article, and how sure we are of the wording.

A rule whose text nobody here has read in print (grades C and U) may warn and may be configured; it never
blocks a clerk's work, because a wrong rule that cannot be overruled is worse than none.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from yixian.regulations.words import Word


class Grade(Word):
    """How the wording was checked (docs of the domain, grades A, B, C, U)."""

    OFFICIAL = "A", "已核对官方全文"
    COMMENTARY = "B", "依据官方释义引文"
    SECONDARY = "C", "依据转载文本，待核对原文"
    UNVERIFIED = "U", "凭工作经验，待核对原文"

    @property
    def is_firm(self) -> bool:
        """Whether a rule of this grade may block; the others only warn."""
        return self in (Grade.OFFICIAL, Grade.COMMENTARY)


class Instrument(StrEnum):
    """The instruments that are cited, with their full titles and since when they hold (None: local)."""

    title_text: str
    in_force_since: date | None

    ACCUSATION_RULES = "检控规则", "纪检监察机关处理检举控告工作规则", date(2020, 1, 21)
    PETITION_REGULATIONS = "信访条例", "信访工作条例", date(2022, 5, 1)
    DISCIPLINE_ENFORCEMENT = "执纪规则", "中国共产党纪律检查机关监督执纪工作规则", date(2019, 1, 1)
    SUPERVISION_LAW = "监察法", "中华人民共和国监察法", date(2025, 6, 1)
    SANCTIONS_LAW = "政务处分法", "中华人民共和国公职人员政务处分法", date(2020, 7, 1)
    DISCIPLINE_REGULATIONS = "处分条例", "中国共产党纪律处分条例", date(2024, 1, 1)
    CIVIL_CODE = "民法典", "中华人民共和国民法典", date(2021, 1, 1)
    SIMPLE_HANDLING = "简易办理", "信访事项简易办理办法（试行）", date(2016, 7, 1)
    FILING_SCHEDULE = "归档和保管期限规定", "机关文件材料归档范围和文书档案保管期限规定", date(2006, 12, 18)
    ARCHIVE_RULES = "机关档案规定", "机关档案管理规定", date(2019, 1, 1)
    LOCAL_PRACTICE = "本地规定", "本地工作规定", None

    def __new__(cls, value: str, title: str, in_force_since: date | None) -> "Instrument":
        instrument = str.__new__(cls, value)
        instrument._value_ = value
        instrument.title_text = title
        instrument.in_force_since = in_force_since
        return instrument

    @property
    def quoted_title(self) -> str:
        return f"《{self.title_text}》" if self is not Instrument.LOCAL_PRACTICE else self.title_text


@dataclass(frozen=True, slots=True)
class Article:
    """One article, or the span first–last where the domain page gives only a span; 0 means no article."""

    instrument: Instrument
    first: int
    grade: Grade
    last: int = 0

    @property
    def number(self) -> str:
        """第二十六条, or 第二十条至第二十三条, or nothing for a rule without an article."""
        if not self.first:
            return ""
        opening = f"第{chinese_number(self.first)}条"
        return opening if not self.last else f"{opening}至第{chinese_number(self.last)}条"

    def cite(self) -> str:
        return f"{self.instrument.quoted_title}{self.number}"


@dataclass(frozen=True, slots=True)
class Ruling:
    """What an article answers: truthy when it allows, and a sentence fit for the screen either way.

    ``protects_reporter`` marks the rules that are enforced whatever their grade, because a breach cannot
    be made good afterwards.
    """

    allowed: bool
    says: str
    article: Article
    protects_reporter: bool = False

    def __bool__(self) -> bool:
        return self.allowed

    @property
    def blocks(self) -> bool:
        """A refusal that the software enforces; any other refusal is a warning."""
        return not self.allowed and (self.article.grade.is_firm or self.protects_reporter)

    def sentence(self) -> str:
        doubt = "" if self.article.grade.is_firm else f"；{self.article.grade.label}"
        return f"{self.says}（{self.article.cite()}{doubt}）"


DIGITS = "零一二三四五六七八九"


def chinese_number(number: int) -> str:
    """An article's number (1–999) as statutes write it: 二十六, 一百零三, 二百."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    head = f"{DIGITS[hundreds]}百" if hundreds else ""
    if head and not tens and ones:
        return f"{head}零{DIGITS[ones]}"
    middle = "" if not tens else "十" if tens == 1 and not head else f"{DIGITS[tens]}十"
    return f"{head}{middle}{DIGITS[ones] if ones else ''}"

"""规则库: which rule held when it happened? By date in force, for the subjects of a township's cases.

``catalogues/rules.csv`` has one version of one instrument a line. A date that nobody here could check is written
only as far as it is known (a year, a month), and its line is graded so; what follows from it is then uncertain and
says so.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from yixian.regulations.articles import Grade
from yixian.regulations.rough_days import NotARoughDay, RoughDay, parse_rough_day
from yixian.regulations.words import Word


class RuleSubject(Word):
    """What a rule is about; the labels stand in the catalogue."""

    DISCIPLINE = "discipline", "党纪处分"
    INTEGRITY = "integrity", "廉洁自律"
    CONDUCT = "conduct", "作风建设"
    SUPERVISION = "supervision", "监察"
    SANCTIONS = "sanctions", "政务处分"
    ACCOUNTABILITY = "accountability", "问责"
    ENFORCEMENT = "enforcement", "执纪办案"
    ACCUSATIONS = "accusations", "检举控告"
    PETITIONS = "petitions", "信访"
    OFFICIALS = "officials", "公职人员管理"
    VILLAGE = "village", "村民自治和村务公开"
    COLLECTIVE = "collective", "农村集体经济"
    LAND = "land", "土地和征收"
    ASSISTANCE = "assistance", "社会救助"
    ARCHIVES = "archives", "档案"


@dataclass(frozen=True, slots=True)
class DatedRule:
    """One version of one instrument. ``until`` is the first day on which it no longer held; None while it holds, or
    while nobody knows (``note`` says so). ``replaced_by`` is the key of the next version.
    """

    key: str
    title: str
    version: str
    subject: RuleSubject
    since: RoughDay
    until: RoughDay | None
    replaced_by: str
    source: str
    grade: Grade
    note: str = ""

    @property
    def span(self) -> str:
        """1997年2月27日至2003年12月31日前, or …起."""
        return f"{self.since}至{self.until}前" if self.until else f"{self.since}起"


@dataclass(frozen=True, slots=True)
class HeldRule:
    """A rule that held at the time; ``sure`` that it held all of that time, as far as the dates are known."""

    rule: DatedRule
    sure: bool


class RulesInvalid(ValueError):
    """A catalogue that cannot be used, with the row at fault in Chinese."""


def parse_rules(lines: Iterable[str]) -> tuple[DatedRule, ...]:
    """Rules from the lines of a csv with the headings of the shipped one; keys are unique, successors exist."""
    rules: dict[str, DatedRule] = {}
    for number, row in enumerate(csv.DictReader(lines), start=2):
        rule = read_rule(number, row)
        if rule.key in rules:
            raise RulesInvalid(f"第{number}行：键“{rule.key}”重复")
        rules[rule.key] = rule
    for rule in rules.values():
        if rule.replaced_by and rule.replaced_by not in rules:
            raise RulesInvalid(f"“{rule.key}”的接替“{rule.replaced_by}”不在表里")
    return tuple(rules.values())


def read_rule(number: int, row: dict[str, str]) -> DatedRule:
    try:
        since, until = parse_rough_day(row["施行"]), row["不再施行"].strip()
        rule = DatedRule(
            row["键"].strip(),
            row["名称"].strip(),
            row["文号或者版本"].strip(),
            RuleSubject.labelled(row["领域"].strip()),
            since,
            parse_rough_day(until) if until else None,
            row["接替"].strip(),
            row["来源"].strip(),
            Grade(row["等级"].strip()),
            row["说明"].strip(),
        )
    except KeyError as missing:
        raise RulesInvalid(f"第{number}行：缺少“{missing.args[0]}”一列") from None
    except (NotARoughDay, ValueError) as fault:
        raise RulesInvalid(f"第{number}行：{fault}") from None
    if rule.until is not None and rule.until.last <= rule.since.first:
        raise RulesInvalid(f"第{number}行：不再施行的日期应当在施行以后")
    return rule


@cache
def rules_library() -> tuple[DatedRule, ...]:
    """The shipped library, in the order of its file."""
    source = files("yixian.regulations") / "catalogues" / "rules.csv"
    return parse_rules(source.read_text(encoding="utf-8").splitlines())


def rules_in_force(
    on: date | RoughDay,
    subject: RuleSubject | None = None,
    *,
    among: tuple[DatedRule, ...] | None = None,
) -> tuple[HeldRule, ...]:
    """The rules that held on a day, or at some time of a month or a year, in the order of the library."""
    first, last = (on.first, on.last) if isinstance(on, RoughDay) else (on, on)
    known = rules_library() if among is None else among
    return tuple(
        HeldRule(rule, _held_throughout(rule, first, last))
        for rule in known
        if subject in (None, rule.subject) and _may_have_held(rule, first, last)
    )


def _may_have_held(rule: DatedRule, first: date, last: date) -> bool:
    """Begun by the last day at the earliest reading of its date, and not over before the first at the latest."""
    return rule.since.first <= last and (rule.until is None or rule.until.last > first)


def _held_throughout(rule: DatedRule, first: date, last: date) -> bool:
    """Begun by the first day whatever its date, and over only after the last."""
    return rule.since.last <= first and (rule.until is None or rule.until.first > last)

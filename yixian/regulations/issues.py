"""问题性质: the first level fixed by the six disciplines, the second level as a list that an office may
replace.

``catalogues/issues.csv`` holds 编码,大类,细项. A county with its own list gives its text to ``parse_issues``.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from yixian.regulations.words import Word


class IssueKind(Word):
    """The first level: the six disciplines, and conduct against the law."""

    POLITICAL = "political", "政治纪律"
    ORGANISATIONAL = "organisational", "组织纪律"
    INTEGRITY = "integrity", "廉洁纪律"
    MASSES = "masses", "群众纪律"
    WORK = "work", "工作纪律"
    LIFE = "life", "生活纪律"
    LAW = "law", "涉法行为"


class VillageIssue(Word):
    """The frequent issues at village and town: the labels of the measured data, which ``language`` reads."""

    COLLECTIVE_ASSETS = "collective_assets", "集体资金资产"
    SUBSIDY_FAVOURITISM = "subsidy_favouritism", "惠民补贴优亲厚友"
    BRIBES_AND_SQUEEZE = "bribes_and_squeeze", "索贿受贿吃拿卡要"
    ARBITRARY_FEES = "arbitrary_fees", "乱收费"
    LAND_COMPENSATION = "land_compensation", "征地拆迁补偿"
    TENDERS = "tenders", "工程招投标"
    ELECTIONS_AND_POSTS = "elections_and_posts", "选举换届与用人"
    ROUGH_CONDUCT = "rough_conduct", "作风粗暴漠视群众"
    NEGLECT_AND_COVER = "neglect_and_cover", "失职渎职包庇"
    LIFESTYLE = "lifestyle", "生活作风"
    OTHER = "other", "其他"


@dataclass(frozen=True, slots=True)
class Issue:
    """One second-level item; ``village`` is set where it is one of the frequent village issues."""

    code: str
    kind: IssueKind
    name: str
    village: VillageIssue | None = None


class IssuesInvalid(ValueError):
    """A catalogue that cannot be used, with the row at fault in Chinese."""


def parse_issues(lines: Iterable[str]) -> tuple[Issue, ...]:
    """Issues from the lines of a csv with the headings 编码,大类,细项,村镇常见; codes are unique."""
    issues: dict[str, Issue] = {}
    for number, row in enumerate(csv.DictReader(lines), start=2):
        issue = read_issue(number, row)
        if issue.code in issues:
            raise IssuesInvalid(f"第{number}行：编码“{issue.code}”重复")
        issues[issue.code] = issue
    return tuple(issues.values())


def read_issue(number: int, row: dict[str, str]) -> Issue:
    try:
        village = (row.get("村镇常见") or "").strip()
        kind = IssueKind.labelled(row["大类"].strip())
        named = VillageIssue.labelled(village) if village else None
        return Issue(row["编码"].strip(), kind, row["细项"].strip(), named)
    except KeyError as missing:
        raise IssuesInvalid(f"第{number}行：缺少“{missing.args[0]}”一列") from None
    except ValueError as fault:
        raise IssuesInvalid(f"第{number}行：{fault}") from None


@cache
def issue_catalogue() -> tuple[Issue, ...]:
    """The shipped catalogue, in order."""
    source = files("yixian.regulations") / "catalogues" / "issues.csv"
    return parse_issues(source.read_text(encoding="utf-8").splitlines())


def kind_of_village_issue(village: VillageIssue) -> IssueKind | None:
    """The first level under which a village issue usually falls; None for 其他, which a person decides."""
    for issue in issue_catalogue():
        if issue.village is village:
            return issue.kind
    return None

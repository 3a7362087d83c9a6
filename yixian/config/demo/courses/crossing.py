"""片区联动交叉办理: letters to the county about 青禾镇's own offices, each at its own stage."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from yixian.assessment.actions import (
    CrossingFacts,
    accept_crossing,
    clear_crossing,
    end_crossing,
    hand_down_crossing,
    offer_crossing,
    propose_crossing,
    return_crossing,
)
from yixian.assessment.enums import CrossingGround
from yixian.config.demo.cast import Cast
from yixian.config.demo.schedule import Scene, after
from yixian.protection.actions import make_code
from yixian.protection.officer import Officer
from yixian.reception.actions import (
    ReportedFacts,
    ReportFacts,
    WebCorrections,
    accept_report,
    register_letter,
    register_web_report,
)
from yixian.reception.enums import CadreCategory, Signing
from yixian.roster.actions import declare_former_post, keep_skills
from yixian.roster.enums import Skill
from yixian.roster.queries import units_under

if TYPE_CHECKING:
    from yixian.assessment.models import CrossHandling
    from yixian.reception.models import Report

SKILLS = {
    "baiquan.chengban": (Skill.ACCOUNTS, Skill.RECORDS),
    "baiquan.chengban2": (Skill.WORKS,),
    "fenglin.chengban": (Skill.LAND, Skill.SUBSIDIES),
    "fenglin.chengban2": (Skill.ACCOUNTS,),
}
SERVED = ("fenglin.chengban2", "青禾镇财政所")
PROPOSED, OFFERED, UNDER_WAY, ENDED = range(4)


@dataclass(frozen=True)
class Told:
    """One letter, whom it names, and how far its cross-handling has come."""

    days_ago: int
    stage: int
    title: str
    account: str
    name: str
    post: str
    unit: str
    difficulty: int
    skills: frozenset[Skill]
    result: str = ""


LETTERS = (
    Told(
        75,
        ENDED,
        "反映农业农村办公室发放育秧补助先己后人",
        "今年春上的育秧补助，镇农业农村办公室把名额先给了几户熟人，名单贴出来两天就揭了。主任谢稻花说“名额用完了”。请不要让镇上自己查自己。",
        "谢稻花",
        "主任",
        "青禾镇农业农村办公室",
        3,
        frozenset({Skill.SUBSIDIES, Skill.ACCOUNTS}),
        "经核对发放名册并入户走访，十二户中有三户不符合条件，公示不足五天。建议追回三户补助，重新公示，对办公室主任批评教育。",
    ),
    Told(
        24,
        UNDER_WAY,
        "反映自然资源所宅基地丈量收“辛苦费”",
        "办宅基地丈量，自然资源所的人上门要交三百元“辛苦费”，不给收据。所长水丈量说是规矩，可是文件上没有这一条。",
        "水丈量",
        "所长",
        "青禾镇自然资源所",
        2,
        frozenset({Skill.LAND}),
    ),
    Told(
        6,
        OFFERED,
        "反映镇财政所报账发票来路不明",
        "镇财政所去年的接待账里有十几张连号的餐票，开票的店早就关门了。所长喻算盘说账是平的。",
        "喻算盘",
        "所长",
        "青禾镇财政所",
        4,
        frozenset({Skill.ACCOUNTS}),
    ),
    Told(
        2,
        PROPOSED,
        "反映社会事务办公室临时救助走人情",
        "临时救助本来是给遭了灾的人家，今年有两户只因为和办公室的人熟就领了。主任戚惠民让大家不要说出去。",
        "戚惠民",
        "主任",
        "青禾镇社会事务办公室",
        2,
        frozenset({Skill.SUBSIDIES}),
    ),
)


def crossings(cast: Cast, today: date) -> Iterator[Scene]:
    """Skills and former posts are noted before the first letter."""
    yield _suited(cast, after(today, -150))
    for told in LETTERS:
        yield _letter(cast, told, after(today, -told.days_ago))


def _suited(cast: Cast, day: date) -> Scene:
    day = yield day
    for username, skills in SKILLS.items():
        chief = cast[f"{username.partition('.')[0]}.shuji"]
        keep_skills(by=chief, staff=cast.town.staff[username], skills=skills, on=day)
    username, name = SERVED
    unit = next(each for each in units_under(cast.town.county.pk) if each.name == name)
    declare_former_post(by=cast[username], staff=cast.town.staff[username], unit=unit, on=day)


def _letter(cast: Cast, told: Told, day: date) -> Scene:
    day = yield day
    county = cast["xian.shuji"]
    report = _received(cast, told, day)
    facts = CrossingFacts(
        ground=CrossingGround.NEAR,
        township_id=cast.organ_id,
        difficulty=told.difficulty,
        skills=told.skills,
    )
    crossing = propose_crossing(by=county, report=report, facts=facts, on=day)
    if told.stage >= OFFERED:
        day = yield after(day, 1)
        crossing = offer_crossing(by=county, crossing=crossing, on=day)
    if told.stage >= UNDER_WAY:
        day = yield after(day, 2)
        crossing = _taken(cast, crossing, day)
        day = yield after(day, 1)
        crossing = hand_down_crossing(by=county, crossing=crossing, on=day)
        day = yield after(day, 1)
        _entered(cast, crossing, day)
    if told.stage == ENDED:
        day = yield after(day, 40)
        crossing = return_crossing(by=_lead(cast, crossing), crossing=crossing, result=told.result, on=day)
        day = yield after(day, 2)
        end_crossing(by=county, crossing=crossing, on=day)


def _received(cast: Cast, told: Told, day: date) -> "Report":
    reported = ReportedFacts(
        name=told.name, post=told.post, unit=told.unit, category=CadreCategory.TOWN_CADRE
    )
    facts = ReportFacts(
        title=told.title,
        account=told.account,
        received_on=day,
        reported=(reported,),
        signing=Signing.ANONYMOUS,
    )
    report = register_letter(by=cast["xian.jiefang"], facts=facts, on=day, code=make_code()).report
    return accept_report(by=cast["xian.shuji"], report=report, on=day)


def _taken(cast: Cast, crossing: "CrossHandling", on: date) -> "CrossHandling":
    for staff in (crossing.lead, crossing.second):
        clear_crossing(by=cast[staff.username], crossing=crossing, on=on)
    chief = cast[f"{crossing.lead.username.partition('.')[0]}.shuji"]
    return accept_crossing(by=chief, crossing=crossing, on=on)


def _entered(cast: Cast, crossing: "CrossHandling", on: date) -> None:
    """The lead registers and accepts what came down."""
    lead, copy = _lead(cast, crossing), crossing.copy
    if copy is not None:
        register_web_report(by=lead, report=copy, corrections=WebCorrections(), on=on)
        accept_report(by=lead, report=copy, on=on)


def _lead(cast: Cast, crossing: "CrossHandling") -> Officer:
    return cast[crossing.lead.username]

"""The jurisdiction of accusations as data: each handling level with each kind reported."""

from collections.abc import Mapping
from dataclasses import dataclass

from yixian.regulations import accusation_rules
from yixian.regulations.articles import Article
from yixian.regulations.jurisdiction_words import HandlingLevel, JurisdictionKind, ReportedLevel


@dataclass(frozen=True, slots=True)
class Line:
    """One cell of the table: what to do, to whom, why, and by which article."""

    kind: JurisdictionKind
    to: str
    reason: str
    article: Article


BY_LEVEL = accusation_rules.ACCEPTANCE_BY_LEVEL
UPWARD = accusation_rules.SUPERIORS_REPORT
COUNTY, CITY = "县纪委监委", "上一级纪委监委"


def accept(reason: str, article: Article = BY_LEVEL) -> Line:
    return Line(JurisdictionKind.ACCEPT, "", reason, article)


def send_up(to: str, reason: str) -> Line:
    return Line(JurisdictionKind.SEND_UP_AS_ENVELOPE, to, reason, UPWARD)


def past_chief(to: str) -> Line:
    why = "反映本机关主要负责人，应当径送上一级，不复制、不摘抄、不录入"
    return Line(JurisdictionKind.SEND_UP_PAST_CHIEF, to, why, UPWARD)


def forward_down(reason: str) -> Line:
    return Line(JurisdictionKind.FORWARD_DOWN, "所在乡镇纪委", reason, accusation_rules.SUBORDINATES_REPORT)


def sideways(to: str, reason: str) -> Line:
    return Line(JurisdictionKind.TRANSFER_SIDEWAYS, to, reason, BY_LEVEL)


NOT_SUPERVISED = Line(
    JurisdictionKind.REFER_OUT,
    "公安等有权处理的机关",
    "被反映人不是党员，也不是监察对象，属于其他机关职责",
    accusation_rules.NOT_ACCEPTED,
)
UNKNOWN = Line(
    JurisdictionKind.CLARIFY_FIRST,
    "",
    "被反映人身份和管理权限不明，核明前按可能属于上级受理掌握时限",
    BY_LEVEL,
)
OWN_STAFF = accept("反映本机关工作人员，由主要负责人指定其他人员办理，被反映人回避", accusation_rules.RECUSAL)

TOWNSHIP: Mapping[ReportedLevel, Line] = {
    ReportedLevel.ORDINARY_MEMBER: accept("普通党员由所在乡镇党委管理"),
    ReportedLevel.VILLAGE_CADRE: accept("村（社区）干部由乡镇党委管理"),
    ReportedLevel.VILLAGE_ORGANISATION: accept("村（社区）党组织是乡镇党委的下级党组织"),
    ReportedLevel.STATION_STAFF: accept("乡镇站所工作人员由乡镇党委管理"),
    ReportedLevel.TOWNSHIP_CADRE: accept("镇管干部由乡镇党委管理"),
    ReportedLevel.TOWNSHIP_LEADER: send_up(COUNTY, "乡镇领导班子成员是县管干部，由县纪委监委受理"),
    ReportedLevel.TOWNSHIP_ORGANISATION: send_up(COUNTY, "反映同级党委、政府，由上级纪检监察机关受理"),
    ReportedLevel.COUNTY_CADRE: send_up(COUNTY, "县管干部由县纪委监委受理"),
    ReportedLevel.COUNTY_UNIT: send_up(COUNTY, "县直单位及其工作人员由县纪委监委或者其派驻机构受理"),
    ReportedLevel.OWN_COMMISSION_STAFF: OWN_STAFF,
    ReportedLevel.OWN_CHIEF: past_chief(COUNTY),
    ReportedLevel.LOWER_COMMISSION: accept("村级纪检委员、纪检小组成员由乡镇党委管理，不得转给其本人"),
    ReportedLevel.SUPERIOR: send_up(COUNTY, "反映上级机关或者上级管理的干部，本机关无权受理"),
    ReportedLevel.OTHER_PLACE: sideways("其所在地有管理权限的纪委", "被反映人由外地党组织管理"),
    ReportedLevel.VERTICAL: sideways("其主管系统的纪检监察机构", "垂直管理单位人员由其主管系统管理"),
    ReportedLevel.POLICE_JUDICIAL: send_up(COUNTY, "公安、司法机关人员由县纪委监委或者其派驻机构受理"),
    ReportedLevel.NOT_SUPERVISED: NOT_SUPERVISED,
    ReportedLevel.UNKNOWN: UNKNOWN,
}

COUNTY_LINES: Mapping[ReportedLevel, Line] = {
    ReportedLevel.ORDINARY_MEMBER: forward_down("普通党员由所在乡镇党委管理"),
    ReportedLevel.VILLAGE_CADRE: forward_down("村（社区）干部由乡镇党委管理"),
    ReportedLevel.VILLAGE_ORGANISATION: forward_down("村（社区）党组织是乡镇党委的下级党组织"),
    ReportedLevel.STATION_STAFF: forward_down("乡镇站所工作人员由乡镇党委管理"),
    ReportedLevel.TOWNSHIP_CADRE: forward_down("镇管干部由乡镇党委管理"),
    ReportedLevel.TOWNSHIP_LEADER: accept("乡镇领导班子成员是县管干部"),
    ReportedLevel.TOWNSHIP_ORGANISATION: accept("乡镇党委、政府是县委的下级党组织"),
    ReportedLevel.COUNTY_CADRE: accept("县管干部由县纪委监委受理"),
    ReportedLevel.COUNTY_UNIT: accept("县直单位及其工作人员由县纪委监委或者其派驻机构受理"),
    ReportedLevel.OWN_COMMISSION_STAFF: OWN_STAFF,
    ReportedLevel.OWN_CHIEF: past_chief(CITY),
    ReportedLevel.LOWER_COMMISSION: accept(
        "反映乡镇纪委及其工作人员，由县纪委监委受理，不得转给被反映的机关"
    ),
    ReportedLevel.SUPERIOR: send_up(CITY, "反映上级机关或者上级管理的干部，本机关无权受理"),
    ReportedLevel.OTHER_PLACE: sideways("其所在地有管理权限的纪委监委", "被反映人由外地党组织管理"),
    ReportedLevel.VERTICAL: sideways("其主管系统的纪检监察机构", "垂直管理单位人员由其主管系统管理"),
    ReportedLevel.POLICE_JUDICIAL: accept("县级公安、司法机关人员是县监委的监察对象，由派驻机构办理"),
    ReportedLevel.NOT_SUPERVISED: NOT_SUPERVISED,
    ReportedLevel.UNKNOWN: UNKNOWN,
}

ACCUSATIONS: Mapping[tuple[HandlingLevel, ReportedLevel], Line] = {
    **{(HandlingLevel.TOWNSHIP, level): line for level, line in TOWNSHIP.items()},
    **{(HandlingLevel.COUNTY, level): line for level, line in COUNTY_LINES.items()},
}

"""The words of the jurisdiction table: who handles, about whom the report is, and what may be proposed."""

from yixian.regulations.words import Word


class HandlingLevel(Word):
    """The commission that holds the report."""

    TOWNSHIP = "township", "乡镇纪委"
    COUNTY = "county", "县纪委监委"


class ReportedLevel(Word):
    """被反映人或者单位, by who manages or supervises them."""

    ORDINARY_MEMBER = "ordinary_member", "普通党员"
    VILLAGE_CADRE = "village_cadre", "村（社区）干部"
    VILLAGE_ORGANISATION = "village_organisation", "村（社区）党组织"
    STATION_STAFF = "station_staff", "乡镇站所工作人员"
    TOWNSHIP_CADRE = "township_cadre", "镇管干部"
    TOWNSHIP_LEADER = "township_leader", "乡镇领导班子成员"
    TOWNSHIP_ORGANISATION = "township_organisation", "乡镇党委、政府"
    COUNTY_CADRE = "county_cadre", "县管干部"
    COUNTY_UNIT = "county_unit", "县直单位及其工作人员"
    OWN_COMMISSION_STAFF = "own_commission_staff", "本机关工作人员"
    OWN_CHIEF = "own_chief", "本机关主要负责人"
    LOWER_COMMISSION = "lower_commission", "下级纪检组织及其工作人员"
    SUPERIOR = "superior", "上级机关或者上级管理的干部"
    OTHER_PLACE = "other_place", "外地管理的人员"
    VERTICAL = "vertical", "垂直管理单位人员"
    POLICE_JUDICIAL = "police_judicial", "公安、司法机关人员"
    NOT_SUPERVISED = "not_supervised", "非监察对象"
    UNKNOWN = "unknown", "身份不明"


class DecidedBy(Word):
    """Whose decision an appeal is against."""

    THIS_ORGAN = "this_organ", "本机关"
    SUPERIOR_ORGAN = "superior_organ", "上级纪检监察机关"
    LOWER_ORGAN = "lower_organ", "下级纪检监察机关"
    OTHER_ORGAN = "other_organ", "其他作出决定的机关"
    UNKNOWN = "unknown", "不清楚"


class JurisdictionKind(Word):
    """What may be proposed. Of what is sent up this organ keeps nothing but the envelope."""

    ACCEPT = "accept", "本机关受理"
    SEND_UP_AS_ENVELOPE = "send_up_as_envelope", "只登记信封，报送上级"
    SEND_UP_PAST_CHIEF = "send_up_past_chief", "不经本机关主要负责人，径送上级"
    FORWARD_DOWN = "forward_down", "转送下级"
    TRANSFER_SIDEWAYS = "transfer_sideways", "移送有管理权限的纪检监察机构"
    REFER_OUT = "refer_out", "转有权处理的单位"
    REFER_TO_DECIDER = "refer_to_decider", "转作出原决定的机关"
    OBJECT_TO_TRANSFER = "object_to_transfer", "提出异议，退回上级"
    CLARIFY_FIRST = "clarify_first", "先核明身份再确定"

    @property
    def term_key(self) -> str | None:
        """The clock that the proposal starts for an accusation that came straight to this organ."""
        return CLOCKS.get(self)

    @property
    def is_upward(self) -> bool:
        """Whether the report belongs above: not copied, not excerpted, not entered (检控规则 15)."""
        return self in (JurisdictionKind.SEND_UP_AS_ENVELOPE, JurisdictionKind.SEND_UP_PAST_CHIEF)


CLOCKS = {
    JurisdictionKind.ACCEPT: "acceptance_notice",
    JurisdictionKind.SEND_UP_AS_ENVELOPE: "superior_report_upward",
    JurisdictionKind.SEND_UP_PAST_CHIEF: "superior_report_upward",
    JurisdictionKind.FORWARD_DOWN: "forwarded_report_acceptance",
    JurisdictionKind.TRANSFER_SIDEWAYS: "petition_transfer",
    JurisdictionKind.REFER_OUT: "petition_transfer",
    JurisdictionKind.CLARIFY_FIRST: "superior_report_upward",
}

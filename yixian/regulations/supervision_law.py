"""监察法 15 (C): who is supervised. An accusation against anyone else cannot be accepted."""

from yixian.regulations.articles import Article, Grade, Instrument, Ruling
from yixian.regulations.words import Word

SUPERVISED_PERSONS = Article(Instrument.SUPERVISION_LAW, 15, Grade.SECONDARY)
SUPERVISION_ADVICE = Article(Instrument.SUPERVISION_LAW, 0, Grade.UNVERIFIED)
"""监察建议: the power is certain; its article was renumbered in 2024 and not looked up in print."""


class SupervisedKind(Word):
    """The six kinds of 公职人员 and 有关人员, and the person who is none of them."""

    OFFICIAL = "official", "公务员和参照公务员法管理的人员"
    DELEGATED = "delegated", "受国家机关委托管理公共事务的组织中从事公务的人员"
    STATE_ENTERPRISE = "state_enterprise", "国有企业管理人员"
    PUBLIC_INSTITUTION = "public_institution", "公办教科文卫体等单位中从事管理的人员"
    GRASSROOTS = "grassroots", "基层群众性自治组织中从事管理的人员"
    OTHER_DUTIES = "other_duties", "其他依法履行公职的人员"
    NONE = "none", "不属于监察对象"


def may_accept_about(kind: SupervisedKind, *, party_member: bool) -> Ruling:
    """检控规则第四条 with 监察法第十五条 (C): a party member or a supervised person."""
    if kind is not SupervisedKind.NONE:
        return Ruling(True, f"被反映人属于监察对象（{kind.label}）", SUPERVISED_PERSONS)
    if party_member:
        return Ruling(True, "被反映人是党员，可以受理其违反党的纪律问题", SUPERVISED_PERSONS)
    return Ruling(False, "被反映人不是党员，也不是监察对象，不予受理", SUPERVISED_PERSONS)

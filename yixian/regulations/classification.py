"""Which of the four classes a report is, as a decision table read from top to bottom.

The facts are about the main point: idleness of officials that is mentioned on the way to getting a problem
solved does not make an accusation. The answer is a proposal with its reason; a person decides.
"""

from collections.abc import Collection
from dataclasses import dataclass

from yixian.regulations import accusation_rules, discipline_enforcement, petition_regulations
from yixian.regulations.articles import Article
from yixian.regulations.classes import ReportClass
from yixian.regulations.words import Word


class Against(Word):
    """反映对象: against whom the report is."""

    SUPERVISED = "supervised", "党组织、党员或者监察对象"
    UNIT = "unit", "机关、单位的工作"
    PRIVATE = "private", "普通群众或者企业"
    NOBODY = "nobody", "没有具体对象"


class About(Word):
    """反映内容: what the main point is."""

    BREACH = "breach", "违纪或者职务违法犯罪"
    OWN_PUNISHMENT = "own_punishment", "本人所受处分或者处理"
    PUBLIC_WORK = "public_work", "公共事务的工作和政策"
    LIVELIHOOD = "livelihood", "本人的民生诉求"
    PRIVATE_WRONG = "private_wrong", "普通群众或者企业的违法行为"
    DISPUTE = "dispute", "民间纠纷"
    SETTLED_BY_LAW = "settled_by_law", "诉讼、仲裁、裁决、复议事项"


class Asked(Word):
    """请求: what the reporter asks for."""

    INVESTIGATE = "investigate", "查处"
    RECONSIDER = "reconsider", "复查改正"
    ADOPT = "adopt", "采纳意见"
    SOLVE = "solve", "解决诉求"
    ANSWER = "answer", "答复咨询"


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """What the clerk has established; ``substance`` is whether concrete facts are told."""

    against: Against
    about: About
    asked: Asked
    substance: bool = True


@dataclass(frozen=True, slots=True)
class ClassProposal:
    """The class proposed, the reason in one Chinese sentence, and the article behind it."""

    report_class: ReportClass
    reason: str
    article: Article

    def sentence(self) -> str:
        return f"建议归为“{self.report_class.label}”：{self.reason}（{self.article.cite()}）。"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; an empty condition holds for anything."""

    gives: ReportClass
    reason: str
    article: Article
    against: Collection[Against] = ()
    about: Collection[About] = ()
    asked: Collection[Asked] = ()
    substance: bool | None = None

    def covers(self, facts: ReportFacts) -> bool:
        return (
            (not self.against or facts.against in self.against)
            and (not self.about or facts.about in self.about)
            and (not self.asked or facts.asked in self.asked)
            and self.substance in (None, facts.substance)
        )


TABLE = (
    Row(
        ReportClass.OUT_OF_SCOPE,
        "应当通过诉讼、仲裁、行政裁决、行政复议等途径解决",
        accusation_rules.NOT_ACCEPTED,
        about=[About.SETTLED_BY_LAW],
    ),
    Row(
        ReportClass.APPEAL,
        "对本人所受处分或者处理不服，请求复查",
        discipline_enforcement.APPEALS,
        about=[About.OWN_PUNISHMENT],
    ),
    Row(
        ReportClass.OUT_OF_SCOPE,
        "只列举违纪违法名称，无实质内容",
        accusation_rules.NOT_ACCEPTED,
        against=[Against.SUPERVISED],
        about=[About.BREACH],
        substance=False,
    ),
    Row(
        ReportClass.ACCUSATION,
        "反映党组织、党员或者监察对象违纪、职务违法犯罪",
        accusation_rules.OBJECTS,
        against=[Against.SUPERVISED],
        about=[About.BREACH],
    ),
    Row(
        ReportClass.ACCUSATION,
        "反映单位违纪、职务违法犯罪，由单位党组织和责任人员承担责任",
        accusation_rules.OBJECTS,
        against=[Against.UNIT],
        about=[About.BREACH],
        substance=True,
    ),
    Row(
        ReportClass.SUGGESTION,
        "对公共事务的工作和政策提出意见，不涉及个人诉求",
        petition_regulations.SUGGESTIONS,
        about=[About.PUBLIC_WORK],
        asked=[Asked.ADOPT, Asked.INVESTIGATE, Asked.RECONSIDER],
    ),
    Row(
        ReportClass.OUT_OF_SCOPE,
        "对政策和工作的咨询或者求助，由主管单位答复",
        petition_regulations.TRANSFER,
        about=[About.PUBLIC_WORK],
    ),
    Row(
        ReportClass.OUT_OF_SCOPE,
        "主要是请求解决本人的民生诉求，属于主管单位职责",
        petition_regulations.APPEALS,
        about=[About.LIVELIHOOD],
    ),
    Row(
        ReportClass.OUT_OF_SCOPE,
        "反映普通群众或者企业的违法行为，属于其他机关职责",
        accusation_rules.NOT_ACCEPTED,
        about=[About.PRIVATE_WRONG],
    ),
    Row(
        ReportClass.OUT_OF_SCOPE,
        "属于民间纠纷，可以通过调解等途径解决",
        petition_regulations.MEDIATION,
        about=[About.DISPUTE],
    ),
    Row(
        ReportClass.OUT_OF_SCOPE,
        "被反映的不是党组织、党员或者监察对象，或者没有具体对象和内容",
        accusation_rules.NOT_ACCEPTED,
    ),
)


def class_of(facts: ReportFacts) -> ClassProposal:
    """The first line that covers the facts; the last line covers everything."""
    row = next(row for row in TABLE if row.covers(facts))
    return ClassProposal(row.gives, row.reason, row.article)

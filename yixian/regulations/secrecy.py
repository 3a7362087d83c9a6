"""检控规则 47 and 52 (C): what must stay secret, and what nobody who touches a report may do."""

from yixian.regulations.accusation_rules import MISCONDUCT, SECRECY
from yixian.regulations.articles import Ruling
from yixian.regulations.words import Word


class Secret(Word):
    """What about a reporter is never told to the reported side."""

    NAME = "name", "检举控告人的姓名（单位名称）"
    UNIT = "unit", "工作单位"
    ADDRESS = "address", "住址、联系方式"
    CONTENT = "content", "检举控告的内容"


class Misconduct(Word):
    """第五十二条: what those who handle reports answer for."""

    KEEPING = "keeping", "私存检举控告材料"
    WITHHOLDING = "withholding", "扣压检举控告材料"
    ALTERING = "altering", "篡改、伪造检举控告材料"
    HIDING = "hiding", "隐匿检举控告材料"
    LOSING = "losing", "遗失检举控告材料"
    DESTROYING = "destroying", "撕毁、销毁检举控告材料"
    EXCEEDING = "exceeding", "超越权限处理检举控告"
    LEAKING = "leaking", "泄露检举控告人信息或者检举控告内容"
    PASSING = "passing", "将检举控告材料转给被检举控告的组织、人员"


SECRECY_RULES = (
    "严格控制检举控告的知悉范围，不得私自摘抄、复制、扣压、销毁检举控告材料",
    "不得向被检举控告的组织、人员泄露检举控告人的姓名、单位、住址和检举控告内容",
    "核实情况应当在不暴露检举控告人身份的情况下进行",
    "宣传报道和奖励检举控告人，未经本人书面同意，不得公开其姓名、单位",
)


def secrecy_notice() -> str:
    """The notice on screens and papers that carry a report."""
    return "；".join(SECRECY_RULES) + f"（{SECRECY.cite()}）。"


def may_do(misconduct: Misconduct) -> Ruling:
    """第五十二条 (C): none of these may be done; enforced wherever the software can."""
    return Ruling(False, f"不得{misconduct.label}", MISCONDUCT, protects_reporter=True)

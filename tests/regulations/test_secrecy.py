"""Secrecy: the notice, and the conduct that is always refused."""

from yixian.regulations.secrecy import SECRECY_RULES, Misconduct, Secret, may_do, secrecy_notice


def test_the_notice_holds_every_rule_and_its_article():
    assert secrecy_notice() == (
        "；".join(SECRECY_RULES) + "（《纪检监察机关处理检举控告工作规则》第四十七条）。"
    )


def test_name_unit_address_and_content_are_secret():
    assert [each.value for each in Secret] == ["name", "unit", "address", "content"]


def test_every_misconduct_is_refused_and_enforced():
    assert [may_do(each).blocks for each in Misconduct] == [True] * 9


def test_a_refusal_reads_as_a_sentence():
    assert may_do(Misconduct.HIDING).says == "不得隐匿检举控告材料"
    assert may_do(Misconduct.EXCEEDING).says == "不得超越权限处理检举控告"
    assert may_do(Misconduct.LEAKING).says == "不得泄露检举控告人信息或者检举控告内容"

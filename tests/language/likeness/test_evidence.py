import numpy as np

from yixian.language.likeness import Account, shipped, trace
from yixian.language.likeness.evidence import MEASURES, measures, tables

from .invented import NOISE, ROAD, ROAD_AGAIN


def _measured(one: Account, other: Account) -> dict[str, float]:
    laid = tables([trace(one), trace(other)], shipped())
    row = measures(laid, np.array([0]), np.array([1]))[0].tolist()
    return dict(zip([name for name, _ in MEASURES], row, strict=True))


def test_one_estate_shares_its_name_and_one_road_its_name_and_conduct() -> None:
    road, noise = _measured(ROAD, ROAD_AGAIN), _measured(ROAD, NOISE)

    assert noise["rare_wording"] > 0.2
    assert road["common_wording"] > 2 * noise["common_wording"]


def test_different_conduct_is_noticed_only_where_both_name_some() -> None:
    assert _measured(ROAD, NOISE)["other_conduct"] == 1
    assert _measured(ROAD, Account("x", "青禾苑", ""))["other_conduct"] == 0


def test_two_people_asking_how_a_rule_applies_to_them_ask_their_own_question() -> None:
    one = Account("1", "咨询人才补贴申请条件", "请问我的学历是否符合政策规定的资格，需要哪些材料？", "甲")
    other = Account("2", "关于人才补贴的疑问", "本人申请未通过审核，请问证明材料怎么办理？", "乙")

    assert _measured(one, other)["own_questions"] == 1
    assert _measured(one, ROAD)["own_questions"] == 0


def test_an_unknown_sender_is_nobodys_sender() -> None:
    assert _measured(Account("1", "柳溪路", ""), Account("2", "柳溪路", ""))["sender"] == 0

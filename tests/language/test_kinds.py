"""Appeals are told by rule; the rest by the stored models."""

import pytest

from yixian.language import read
from yixian.language.kinds import is_appeal


@pytest.mark.parametrize(
    "detail",
    [
        "本人不服青禾镇纪委给予的党内警告处分，请求复查。",
        "请求撤销对我的开除公职决定。",
        "单位给我记过处分，事实错误，现提出申诉。",
    ],
)
def test_disputing_ones_own_punishment_is_an_appeal(detail: str) -> None:
    assert is_appeal("", detail)
    assert read("情况反映", detail).kind == "appeal"


@pytest.mark.parametrize("detail", ["法院判决不公，我要上诉。", "物业公司处分了小区的公共收益。", ""])
def test_other_disputes_are_not(detail: str) -> None:
    assert not is_appeal("", detail)


def test_asking_for_better_public_service_is_a_suggestion() -> None:
    reading = read("建议云溪县增加公交班次", "建议公交公司在早晚高峰增加班次，方便市民出行，让城市更文明。")

    assert reading.kind == "suggestion"


def test_an_estate_manager_is_not_a_public_official() -> None:
    reading = read("投诉锦绣花园物业乱收费", "物业公司停车费乱涨价，保安态度恶劣，请有关部门处理。")

    assert (reading.kind, reading.accused) == ("out_of_scope", ())

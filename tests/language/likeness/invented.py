"""Invented reports from an invented county, shared by the tests of likeness."""

from datetime import date

from yixian.language.likeness import Account

ROAD = Account(
    "1",
    "云溪县柳溪路断头路何时打通",
    "柳溪路修到青禾苑门口就停了，成了断头路，两年没有动工，请问何时能打通？",
    "甲",
    date(2026, 3, 2),
)
ROAD_AGAIN = Account(
    "2",
    "请问柳溪路什么时候能拉通",
    "青禾苑旁边的柳溪路一直是断头路，居民进出要绕行三公里，希望尽快拉通。",
    "乙",
    date(2026, 4, 1),
)
NOISE = Account(
    "3",
    "青禾苑夜间施工扰民",
    "青禾苑二期工地夜间施工，打桩噪音让人无法入睡，多次投诉没有结果。",
    "丙",
    date(2026, 3, 20),
)
SUBSIDY = Account(
    "4",
    "举报白石村村支书套取低保",
    "白石村村支书郑甲乙为亲属冒领低保金三年，金额36000元，群众电话13900000000。",
    "丁",
    date(2026, 5, 5),
)
ALL = [ROAD, ROAD_AGAIN, NOISE, SUBSIDY]

"""The trail in plain words; every act that can stand in it has some."""

import re
from pathlib import Path

import pytest

import yixian
from yixian.desk.trail_words import act_choices, act_label, actor_names, subject_label

SOURCE = Path(yixian.__file__).parent


def test_every_act_that_leaves_a_trail_has_a_chinese_label():
    text = "\n".join(path.read_text("utf-8") for path in sorted(SOURCE.rglob("*.py")))
    acts = set(re.findall(r'leaves_trail\(\s*"([a-z_.]+)"', text)) | set(
        re.findall(r'act="([a-z_]+\.[a-z_]+)"', text)
    )

    without = sorted(act for act in acts if act_label(act) == act)

    assert len(acts) > 50
    assert without == []


def test_every_act_can_be_chosen_once():
    chosen = [act for _, acts in act_choices() for act, _ in acts]

    assert len(chosen) == len(set(chosen))
    assert "reception.register_letter" in chosen


@pytest.mark.parametrize(
    ("subject", "shown"),
    [
        ("reception.report:3f2a91c0-1111-4222-8333-444455556666", "来件 3f2a91c0"),
        ("reception.report|3f2a91c0-1111-4222-8333-444455556666|account", "来件 3f2a91c0"),
        ("roster.staff:12", "工作人员 12"),
        ("ledger:19", "19 件台账"),
        ("seals:3", "3 项密封内容"),
        ("organ:2", "本机关的索引"),
        ("found:1", "1 件检索结果"),
        ("gone.thing:7", "gone.thing 7"),
        ("", ""),
    ],
)
def test_a_record_is_told_by_its_kind_and_the_start_of_its_id(subject, shown):
    assert subject_label(subject) == shown


def test_staff_have_names_and_people_outside_have_none(town):
    clerk = town["clerk"].actor

    names = actor_names([clerk, "reporter", "public", "system", "staff:999999"])

    assert names == {
        clerk: "接访甲",
        "reporter": "举报人（凭查询码）",
        "public": "公众",
        "system": "系统",
        "staff:999999": "账号999999",
    }

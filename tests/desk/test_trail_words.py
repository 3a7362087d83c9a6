"""The trail in plain words; every act that can stand in it has some."""

import re
from pathlib import Path

import pytest

import yixian
from tests.reception.township import a_letter, about_the_secretary
from yixian.desk.trail_words import (
    act_choices,
    act_label,
    actor_names,
    acts_in,
    by_sound,
    numbers_of,
    subject_label,
)

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
    chosen = [act for _, acts in act_choices() for choice, _ in acts for act in acts_in(choice)]

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


def test_the_choices_of_a_house_stand_by_sound_and_each_name_once():
    houses = dict(act_choices())

    twice = [
        label
        for acts in houses.values()
        for label in {x for _, x in acts}
        if [x for _, x in acts].count(label) > 1
    ]
    labels = [label for _, label in houses["解决"]]
    assert twice == []
    assert labels == sorted(labels, key=by_sound)
    assert labels.index("办结") < labels.index("登记线索") < labels.index("组成核查组")


def test_a_report_has_its_number_where_the_officer_may_know_of_it(town):
    report = a_letter(town).report
    subject = report.trail_subject

    told = [numbers_of(town[who], [subject, "ledger:19"]) for who in ("chief", "reported")]

    assert told == [{subject: f"来件{report.number}"}, {subject: f"来件{report.number}"}]


def test_a_report_has_no_number_for_whoever_must_not_learn_of_it(town):
    subject = about_the_secretary(town).report.trail_subject

    assert numbers_of(town["reported"], [subject]) == {}

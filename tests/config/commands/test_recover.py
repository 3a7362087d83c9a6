"""``yixian recover``: both halves, typed, give the chief a new pass phrase; anything else changes nothing."""

import re
from datetime import date

import pytest
from click.testing import CliRunner, Result

from yixian.config.commands.recover import command
from yixian.config.office.founding import found
from yixian.config.office.members import read_member
from yixian.config.office.organs import rows_of
from yixian.protection.actions import open_sitting
from yixian.vault.crypto.codes import split_in_halves

PEOPLE = ("zhang.san:张三:纪委书记", "li.si:李四:管理员")


@pytest.fixture
def halves(db) -> tuple[str, str]:
    members = [read_member(each) for each in PEOPLE]
    (office,) = found(rows_of("YX:云溪县纪委监委:云纪信", ""), members, on=date(2026, 3, 2))
    return office.founding.halves


def recover(*typed: str) -> Result:
    return CliRunner().invoke(command, [], "\n".join([*typed, ""]))


def test_both_halves_give_the_chief_a_phrase_that_opens(halves) -> None:
    result = recover("zhang.san", *halves)

    phrase = re.search(r"一次口令：(\S+)", result.output)
    assert (result.exit_code, phrase is not None) == (0, True)
    officer = open_sitting(username="zhang.san", passphrase=phrase[1])
    assert (officer.name, officer.must_change_passphrase) == ("张三", True)
    assert [half in result.output for half in halves] == [False, False]


def test_a_wrong_half_is_refused_and_changes_nothing(halves) -> None:
    result = recover("zhang.san", halves[0], halves[0])

    assert result.exit_code == 1
    assert "不是同一机关的一对" in result.output
    assert "没有改动任何账号" in result.output
    assert "一次口令" not in result.output


def test_a_slip_of_the_pen_names_the_half(halves) -> None:
    result = recover("zhang.san", halves[0], halves[1][:-1])

    assert (result.exit_code, "第2个输入的一半有错字或者漏字" in result.output) == (1, True)


def test_the_halves_of_different_offices_do_not_fit(halves) -> None:
    one, other = split_in_halves(b"7" * 32)

    result = recover("zhang.san", one, other)

    assert (result.exit_code, "不是同一机关的一对" in result.output) == (1, True)


def test_only_the_chief_is_recovered(halves) -> None:
    result = recover("li.si", *halves)

    assert (result.exit_code, "“li.si”不是在岗的纪委书记" in result.output) == (1, True)


def test_an_unknown_name_is_refused_before_a_half_is_typed(halves) -> None:
    result = recover("wang.wu")

    assert (result.exit_code, "没有登录名为“wang.wu”的账号" in result.output) == (1, True)

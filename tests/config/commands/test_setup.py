import re
from datetime import date

import pytest
from click.testing import CliRunner, Result

from yixian.config.commands.setup import command
from yixian.config.demo.township_roster import township_rows
from yixian.config.office.founding import found
from yixian.config.office.members import read_member
from yixian.protection.actions import open_sitting, recover_office
from yixian.protection.officer import SYSTEM
from yixian.roster.enums import Role
from yixian.roster.queries import organ_by_code, staff_by_username

COUNTY, TOWN = "YX:云溪县纪委监委:云纪信", "QH:青禾镇纪委:青纪信"
DAY = date(2026, 3, 2)
PEOPLE = ("zhang.san:张三:纪委书记", "li.si:李四:管理员", "wang.wu:王五:接访员+承办人")


@pytest.fixture(autouse=True)
def _installation(db) -> None:
    """Each command needs a database."""


def run(*people: str, typed: str = "") -> Result:
    options = ["--county", COUNTY, "--organ", TOWN]
    return CliRunner().invoke(
        command, [*options, *(part for each in people for part in ("--person", each))], typed
    )


def phrase_in(output: str, username: str) -> str:
    found = re.search(rf"登 录 名：{re.escape(username)}\n  一次口令：(\S+)", output)
    assert found is not None
    return found[1]


def test_everybody_logs_in_with_the_printed_phrase_and_must_change_it() -> None:
    printed = run(*PEOPLE).stdout

    officer = open_sitting(username="wang.wu", passphrase=phrase_in(printed, "wang.wu"))

    assert (officer.roles, officer.must_change_passphrase) == ({Role.CLERK, Role.HANDLER}, True)


def test_each_slip_and_each_half_stands_on_a_page_of_its_own() -> None:
    pages = run(*PEOPLE).stdout.split("\f")

    assert ["账号通知单" in page for page in pages] == [True, True, True, False, False]
    assert [("第1半" in page, "第2半" in page) for page in pages[3:]] == [(True, False), (False, True)]


def test_the_two_printed_halves_open_the_office_again() -> None:
    pages = run(*PEOPLE).stdout.split("\f")
    halves = ["-".join(re.findall(r"\b[0-9A-Z]{7}\b", page)) for page in pages[3:]]
    chief = staff_by_username("zhang.san")
    assert chief is not None

    opened = recover_office(by=SYSTEM, staff=chief, halves=(halves[0], halves[1]))

    assert open_sitting(username="zhang.san", passphrase=opened.phrase).name == "张三"


def test_people_are_asked_for_when_no_option_names_them() -> None:
    typed = "zhang.san:张三:纪委书记\n什么\nli.si:李四:管理员\n\n"

    result = run(typed=typed)

    assert (result.exit_code, "“什么”看不懂" in result.stdout) == (0, True)
    assert staff_by_username("li.si") is not None


def test_an_existing_office_is_not_set_up_again() -> None:
    run(*PEOPLE)

    again = run("zhao.liu:赵六:纪委书记", "sun.qi:孙七:管理员")

    assert (again.exit_code, "这里已经建立过机关" in again.output) == (1, True)
    assert staff_by_username("zhao.liu") is None


def test_without_an_administrator_nothing_is_left_behind() -> None:
    result = run("zhang.san:张三:纪委书记")

    assert (result.exit_code, "须有纪委书记和管理员" in result.output) == (1, True)
    assert organ_by_code("QH") is None


def test_one_person_cannot_be_both_chief_and_administrator() -> None:
    result = run("zhang.san:张三:纪委书记+管理员")

    assert (result.exit_code, staff_by_username("zhang.san")) == (1, None)


def test_a_member_of_the_roster_is_tied_to_the_cadre_of_that_name() -> None:
    members = [read_member(each) for each in ("YX-QH/yan:严守正:纪委书记", "YX-QH/chang:昌键盘:管理员")]

    (founded,) = found(township_rows(), members, on=DAY)

    assert [(staff.name, staff.cadre is not None) for staff in founded.staff] == [
        ("严守正", True),
        ("昌键盘", False),
    ]


def test_several_offices_are_founded_at_once() -> None:
    texts = (
        "YX/miao:苗长治:纪委书记",
        "YX/yu:俞开关:管理员",
        "YX-QH/yan:严守正:纪委书记",
        "YX-QH/chang:昌键盘:管理员",
    )

    founded = found(township_rows(), [read_member(each) for each in texts], on=DAY)

    assert [each.organ.code for each in founded] == ["YX", "YX-QH"]

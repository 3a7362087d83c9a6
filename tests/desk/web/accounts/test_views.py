"""Accounts at the desk: opened, given roles, renewed and closed by the administrator, who never meets content."""

import re

import pytest
from django.test import Client

from tests.desk.sitting import page, sit
from tests.reception.township import LETTER, a_letter
from yixian.roster.enums import Role
from yixian.roster.models import Staff
from yixian.roster.queries import active_roles
from yixian.trail.models import Entry

URL, NEW, KEYS = "/desk/accounts", "/desk/accounts/new", "/desk/keys"


def filled(town, **changes):
    return {
        "organ": town.organ.pk,
        "name": "新来寅",
        "username": "xinlai",
        "cadre": "",
        "unit": "",
        "roles": ["clerk"],
        **changes,
    }


def phrase_in(shown: str) -> str:
    return re.search(r'<p class="phrase">([^<]+)</p>', shown).group(1)


def first_sitting(username: str, phrase: str) -> Client:
    """Log in with the one-time phrase and change it, as the page demands."""
    client = Client()
    client.post("/desk/login", {"username": username, "passphrase": phrase})
    new = "只有自己知道的一句话"
    client.post("/desk/passphrase", {"old": phrase, "new": new, "again": new})
    return client


def test_an_account_is_opened_and_its_phrase_is_shown_this_once(town):
    admin = sit(town, "admin")

    shown = page(admin.post(NEW, filled(town)))

    staff = Staff.objects.get(username="xinlai")
    phrase = phrase_in(shown)
    again = page(admin.get(f"{URL}/{staff.pk}")) + page(admin.get(URL))
    assert active_roles(staff) == {Role.CLERK}
    assert phrase not in again
    assert phrase not in " ".join(str(each) for each in Entry.objects.order_by("seq"))


def test_a_new_clerk_gets_keys_from_the_chief_and_works(town):
    a_letter(town)
    phrase = phrase_in(page(sit(town, "admin").post(NEW, filled(town))))
    staff, chief = Staff.objects.get(username="xinlai"), sit(town, "chief")

    waiting, home = page(chief.get(KEYS)), page(chief.get("/desk/"))
    done = page(chief.post(f"{KEYS}/{staff.pk}", follow=True))
    client = first_sitting("xinlai", phrase)
    typed = {"q": "低保"}

    assert "新来寅" in waiting
    assert "交付密钥" in home
    assert "密钥已交付新来寅" in done
    assert "没有人在等密钥" in done
    assert client.post("/desk/search", typed).status_code == 200


def test_whoever_waits_for_keys_is_told_so_until_they_are_handed_over(town):
    phrase = phrase_in(page(sit(town, "admin").post(NEW, filled(town))))
    client = first_sitting("xinlai", phrase)

    before = page(client.get("/desk/"))
    sit(town, "chief").post(f"{KEYS}/{Staff.objects.get(username='xinlai').pk}")
    after = page(client.get("/desk/"))

    assert "“接访员”要用的密钥还没有交付" in before
    assert "今天没有" not in before
    assert "还没有交付" not in after
    assert 'href="/desk/register"' in after


def test_a_key_that_the_custodian_does_not_hold_is_refused_beside_the_name(town):
    sit(town, "admin").post(NEW, filled(town))
    staff = Staff.objects.get(username="xinlai")

    shown = page(sit(town, "custodian").post(f"{KEYS}/{staff.pk}"))

    assert "您没有此人所任角色需要的密钥" in shown
    assert "新来寅" in shown


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"username": "新来"}, "只含小写字母"),
        ({"username": "qinghe.clerk"}, "登录名"),
        ({"name": ""}, "请填写姓名"),
        ({"roles": ["admin", "auditor"]}, "须由不同的人担任"),
    ],
)
def test_what_cannot_be_is_said_in_place_and_nothing_typed_is_lost(town, changes, said):
    shown = page(sit(town, "admin").post(NEW, filled(town, **changes)))

    assert said in shown
    assert 'value="clerk"' in shown
    assert "新来寅" in shown or "name" in changes
    assert not Staff.objects.filter(name="新来寅").exists()


def test_a_role_is_granted_and_taken_back(town):
    admin, staff = sit(town, "admin"), town.staff["analyst"]

    granted = page(admin.post(f"{URL}/{staff.pk}/grant", {"role": "member"}, follow=True))
    after_grant = active_roles(staff)
    asked = page(admin.get(f"{URL}/{staff.pk}/revoke/member"))
    admin.post(f"{URL}/{staff.pk}/revoke/member")

    assert "已授予统计壬“会商成员”角色" in granted
    assert after_grant == {Role.ANALYST, Role.MEMBER}
    assert "收回统计壬的“会商成员”角色吗？" in asked
    assert active_roles(staff) == {Role.ANALYST}


def test_roles_that_must_stay_apart_are_refused_in_words(town):
    staff = town.staff["clerk"]

    shown = page(sit(town, "admin").post(f"{URL}/{staff.pk}/grant", {"role": "admin"}))

    assert "接访甲已是接访员，不能再任管理员" in shown
    assert active_roles(staff) == {Role.CLERK}


def test_nobody_serves_the_own_account(town):
    admin, own = sit(town, "admin"), town.staff["admin"]

    shown = page(admin.get(f"{URL}/{own.pk}"))
    answer = page(admin.post(f"{URL}/{own.pk}/grant", {"role": "analyst"}))

    assert "不得为自己办理" in shown
    assert "不得为自己办理" in answer
    assert active_roles(own) == {Role.ADMIN}


def test_a_renewed_phrase_ends_the_old_one_and_waits_for_keys(town):
    admin, staff = sit(town, "admin"), town.staff["clerk"]

    asked = page(admin.get(f"{URL}/{staff.pk}/renew"))
    phrase = phrase_in(page(admin.post(f"{URL}/{staff.pk}/renew")))
    old = Client().post("/desk/login", {"username": staff.username, "passphrase": "云溪县的油菜花开了-clerk"})

    assert "原来的口令和密钥作废" in asked
    assert old.status_code == 200
    assert Client().post("/desk/login", {"username": staff.username, "passphrase": phrase}).status_code == 302
    assert "等待交付密钥" in page(admin.get(f"{URL}/{staff.pk}"))


def test_a_closed_account_is_gone_and_cannot_log_in(town):
    admin, staff = sit(town, "admin"), town.staff["other_clerk"]

    admin.post(f"{URL}/{staff.pk}/close")

    answer = Client().post(
        "/desk/login", {"username": staff.username, "passphrase": "云溪县的油菜花开了-other_clerk"}
    )
    assert answer.status_code == 200
    assert staff.username not in page(admin.get(URL))
    assert admin.get(f"{URL}/{staff.pk}").status_code == 404


@pytest.mark.parametrize("who", ["clerk", "chief", "custodian", "analyst"])
def test_nobody_but_the_administrator_meets_accounts(town, who):
    client, staff = sit(town, who), town.staff["handler"]

    answers = [
        client.get(URL),
        client.post(NEW, filled(town)),
        client.post(f"{URL}/{staff.pk}/grant", {"role": "member"}),
        client.post(f"{URL}/{staff.pk}/revoke/handler"),
        client.post(f"{URL}/{staff.pk}/renew"),
        client.post(f"{URL}/{staff.pk}/close"),
    ]

    assert [answer.status_code for answer in answers] == [403] * 6


@pytest.mark.parametrize("who", ["clerk", "handler", "admin", "analyst"])
def test_only_keepers_hand_keys(town, who):
    client = sit(town, who)

    answers = [client.get(KEYS), client.post(f"{KEYS}/{town.staff['clerk'].pk}")]

    assert [answer.status_code for answer in answers] == [403, 403]


def test_an_administrator_below_knows_no_account_of_the_county(town):
    answer = sit(town, "admin").get(f"{URL}/{town.staff['county_clerk'].pk}")

    assert answer.status_code == 404


def test_the_administrator_sees_no_content_anywhere(town):
    a_letter(town)
    admin = sit(town, "admin")

    shown = "".join(
        page(admin.get(address)) for address in ("/desk/", URL, f"{URL}/{town.staff['clerk'].pk}")
    )

    assert LETTER.title not in shown

"""Logging in and what is left of it: in the session row, in the cookies, in the database."""

import html
import json
import re
import time

import pytest
from django.contrib.sessions.models import Session
from django.http import HttpResponse, JsonResponse
from django.test import Client
from django.urls import include, path

from tests.protection.township import PHRASE, phrase_of
from yixian.desk.web.urls import urlpatterns as desk_urls
from yixian.protection.actions import renew_account
from yixian.protection.permits import NotPermitted
from yixian.protection.web import cookies
from yixian.protection.web.door import permit
from yixian.trail.models import Entry
from yixian.vault.models import Keyholder


@permit("protection.change_passphrase")
def who(request):
    return HttpResponse(request.officer.name)


@permit("protection.erase_seal")
def chiefs_page(request):
    return HttpResponse("ok")


@permit("protection.change_passphrase")
def hidden(request):
    raise NotPermitted("别人的件", hidden=True)


@permit("protection.change_passphrase")
def echo(request):
    return JsonResponse(dict(request.POST.lists()))


desk = (
    [*desk_urls, path("who", who), path("echo", echo), path("chiefs", chiefs_page), path("hidden", hidden)],
    "desk",
)
urlpatterns = [path("desk/", include(desk)), path("who", who)]
handler404 = "yixian.desk.web.errors.not_found"

pytestmark = pytest.mark.urls(__name__)


def fields_of(page: HttpResponse) -> dict[str, list[str]]:
    """What a browser would send of the last form of a page: hidden inputs and hidden text areas."""
    form = page.content.decode().rpartition("<form")[2]
    inputs = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form)
    areas = re.findall(r'<textarea name="(\w+)" hidden>\n(.*?)</textarea>', form, re.S)
    sent: dict[str, list[str]] = {}
    for name, value in [*inputs, *areas]:
        sent.setdefault(name, []).append(re.sub("\r?\n", "\r\n", html.unescape(value)))
    sent.pop("csrfmiddlewaretoken", None)
    return sent


def action_of(page: HttpResponse) -> str:
    return re.search(r'<form method="post" action="([^"]+)"', page.content.decode())[1]


def late_form(client: Client, fields: dict[str, object]) -> HttpResponse:
    """A form sent without a sitting, as a browser follows it: the same request, repeated at the log-in."""
    sent = client.post("/desk/echo", fields)
    assert sent.status_code == 307
    return client.post(sent.url, fields)


def log_in_form(page: HttpResponse, office) -> dict[str, object]:
    return {
        **fields_of(page),
        "username": office.staff["clerk"].username,
        "passphrase": phrase_of("clerk"),
    }


def log_in(office, who="clerk", phrase="", **kwargs) -> Client:
    client = Client(**kwargs)
    client.login_answer = client.post(
        "/desk/login", {"username": office.staff[who].username, "passphrase": phrase or phrase_of(who)}
    )
    return client


def _page(answer: HttpResponse) -> str:
    """The page without its form token, which differs each time."""
    return re.sub(r"[A-Za-z0-9]{64}", "TOKEN", answer.content.decode())


def test_after_logging_in_the_desk_knows_who_sits_there(office):
    client = log_in(office)

    assert (client.login_answer.status_code, client.login_answer.url) == (302, "/desk/")
    assert client.get("/desk/who").content.decode() == "接访甲"


def test_nothing_of_the_key_is_in_the_session_without_the_cookie(office):
    client = log_in(office)
    private = office["clerk"].keys.private

    stored = Session.objects.get().get_decoded()

    assert sorted(stored) == ["opened", "row", "seen", "staff"]
    assert private not in cookies._bytes(stored["row"])
    client.cookies.pop(cookies.COOKIE)
    assert client.get("/desk/who").status_code == 302


def test_the_cookie_of_another_sitting_opens_nothing(office):
    client, other = log_in(office), log_in(office, "handler")
    client.cookies[cookies.COOKIE] = other.cookies[cookies.COOKIE].value

    assert client.get("/desk/who").status_code == 302


@pytest.mark.parametrize("rubbish", ["", "x", "äöü", "AAAA", "=" * 5000])
def test_a_forged_cookie_is_no_sitting_and_no_crash(office, rubbish):
    client = log_in(office)
    client.cookies[cookies.COOKIE] = rubbish

    assert client.get("/desk/who").status_code == 302


def test_the_key_cookie_goes_to_the_desk_only_and_no_script_reads_it(office):
    cookie = log_in(office).cookies[cookies.COOKIE]

    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/desk/", True, "Strict")


def test_the_key_cookie_is_secure_where_the_session_is(office, settings):
    settings.SESSION_COOKIE_SECURE = True

    assert log_in(office).cookies[cookies.COOKIE]["secure"] is True


def test_the_window_never_knows_an_officer(office):
    client = log_in(office)

    assert client.get("/who").status_code == 302


def test_logging_in_gives_a_new_session(office):
    client = Client()
    session = client.session
    session["planted"] = "by an attacker"
    session.save()
    before = session.session_key

    client.post("/desk/login", {"username": office.staff["clerk"].username, "passphrase": phrase_of("clerk")})

    assert not Session.objects.filter(session_key=before).exists()
    assert "planted" not in client.session


def test_a_wrong_phrase_says_neither_which_was_wrong_nor_keeps_what_was_typed(office):
    wrong = log_in(office, phrase="错误的口令" + PHRASE).login_answer.content.decode()
    nobody = Client().post("/desk/login", {"username": "nobody", "passphrase": "x" * 12}).content.decode()

    assert "登录名或者口令不对" in wrong
    assert "登录名或者口令不对" in nobody
    assert "错误的口令" not in wrong


def test_after_half_an_hour_of_silence_the_sitting_is_destroyed(office, monkeypatch):
    client, now = log_in(office), time.time()

    monkeypatch.setattr(cookies.time, "time", lambda: now + cookies.IDLE + 2)

    assert client.get("/desk/who").status_code == 302
    assert Session.objects.count() == 0


def test_work_keeps_a_sitting_alive_but_not_for_more_than_ten_hours(office, monkeypatch):
    client, now = log_in(office), time.time()
    seen = []

    for minutes in range(0, 11 * 60, 20):
        monkeypatch.setattr(cookies.time, "time", lambda at=minutes: now + at * 60)
        seen.append(client.get("/desk/who").status_code)

    assert seen == [200] * 30 + [302] * 3


def test_a_clock_that_jumped_back_ends_the_sitting(office, monkeypatch):
    client, now = log_in(office), time.time()

    monkeypatch.setattr(cookies.time, "time", lambda: now - 3600)

    assert client.get("/desk/who").status_code == 302


def test_logging_out_destroys_the_row_and_the_cookies_and_is_in_the_trail(office):
    client = log_in(office)

    client.post("/desk/logout")

    assert Session.objects.count() == 0
    assert client.cookies[cookies.COOKIE].value == ""
    assert Entry.objects.order_by("-seq").first().act == "protection.close_sitting"


def test_a_link_to_the_log_out_address_does_not_log_anyone_out(office):
    client = log_in(office)

    client.get("/desk/logout")

    assert client.get("/desk/who").status_code == 200


def test_a_closed_account_is_out_at_the_next_request(office):
    client = log_in(office)

    office.staff["clerk"].is_active = False
    office.staff["clerk"].save()

    assert client.get("/desk/who").status_code == 302


def test_changing_the_phrase_ends_every_other_sitting_and_keeps_this_one(office):
    here, elsewhere = log_in(office), log_in(office)

    answer = here.post(
        "/desk/passphrase",
        {"old": phrase_of("clerk"), "new": "石桥村的柿子红了三遍", "again": "石桥村的柿子红了三遍"},
    )

    assert answer.status_code == 302
    assert here.get("/desk/who").status_code == 200
    assert elsewhere.get("/desk/who").status_code == 302
    assert log_in(office, phrase="石桥村的柿子红了三遍").get("/desk/who").status_code == 200


@pytest.mark.parametrize(
    ("old", "new", "again", "sentence"),
    [
        ("不是这一句口令", "石桥村的柿子红了三遍", "石桥村的柿子红了三遍", "原口令不对"),
        (phrase_of("clerk"), "石桥村的柿子红了三遍", "石桥村的柿子红了两遍", "不一样"),
        (phrase_of("clerk"), "太短", "太短", "口令至少10个字符"),
        (phrase_of("clerk"), "1111111111111", "1111111111111", "太容易被猜到"),
        (phrase_of("clerk"), phrase_of("clerk"), phrase_of("clerk"), "不能与原口令相同"),
    ],
)
def test_a_phrase_that_cannot_be_taken_says_why(office, old, new, again, sentence):
    client = log_in(office)

    page = client.post("/desk/passphrase", {"old": old, "new": new, "again": again}).content.decode()

    assert sentence in page


def test_a_one_time_phrase_must_be_changed_before_anything_else(office):
    phrase = renew_account(by=office["admin"], staff=office.staff["clerk"]).phrase
    client = log_in(office, phrase=phrase)

    first = client.get("/desk/who")
    client.post(
        "/desk/passphrase",
        {"old": phrase, "new": "石桥村的柿子红了三遍", "again": "石桥村的柿子红了三遍"},
    )

    assert (first.status_code, first.url) == (302, "/desk/passphrase")
    assert client.get("/desk/who").content.decode() == "接访甲"
    assert Keyholder.objects.get(staff_ref=office.staff["clerk"].pk).must_change is False


def test_the_first_change_asks_for_the_one_time_phrase_by_its_name(office):
    phrase = renew_account(by=office["admin"], staff=office.staff["clerk"]).phrase
    first, later = log_in(office, phrase=phrase), log_in(office, who="chief")

    asked, asked_later = (each.get("/desk/passphrase").content.decode() for each in (first, later))

    assert ("一次性口令</label>" in asked, "原口令" in asked) == (True, False)
    assert ("一次性口令" in asked_later, "原口令</label>" in asked_later) == (False, True)


def test_without_a_sitting_one_is_sent_to_log_in_and_comes_back(office):
    client = Client()

    sent = client.get("/desk/who?a=1")
    back = client.post(
        sent.url, {"username": office.staff["clerk"].username, "passphrase": phrase_of("clerk")}
    )

    assert (sent.url, back.url) == ("/desk/login?next=%2Fdesk%2Fwho%3Fa%3D1", "/desk/who?a=1")


def test_what_was_sent_after_the_sitting_had_ended_is_carried_through_the_log_in(office):
    client = Client()

    late = late_form(client, {"text": "写了\n两行，写了很久很久才写完", "twice": ["一", "二"]})
    back = client.post("/desk/login", log_in_form(late, office))
    again = client.post(action_of(back), fields_of(back))

    assert late.status_code == 401
    assert json.loads(again.content) == {
        "text": ["写了\r\n两行，写了很久很久才写完"],
        "twice": ["一", "二"],
    }


def test_a_wrong_phrase_loses_nothing_of_what_is_carried(office):
    client = Client()
    late = late_form(client, {"text": "写了一半的来信"})

    wrong = client.post("/desk/login", {**log_in_form(late, office), "passphrase": "不对"})

    assert fields_of(wrong)["carried"] == fields_of(late)["carried"]


def test_pass_phrases_and_codes_are_never_carried(office):
    late = late_form(Client(), {"text": "某某某某某某某某某某某某某", "old": "旧口令旧口令旧口令"})

    assert (late.status_code, fields_of(late)) == (401, {"next": ["/desk/echo"]})
    assert ("旧口令" in late.content.decode(), "某某" in late.content.decode()) == (False, False)


@pytest.mark.parametrize("rubbish", ["{", "[1]", "[[1,2,3]]", "null", "7"])
def test_rubbish_in_place_of_what_is_carried_is_nothing(office, rubbish):
    answer = Client().post(
        "/desk/login",
        {
            "username": office.staff["clerk"].username,
            "passphrase": phrase_of("clerk"),
            "carried": rubbish,
        },
    )

    assert (answer.status_code, answer.url) == (302, "/desk/")


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org/", "/", "javascript:alert(1)"])
def test_nobody_is_sent_elsewhere_after_logging_in(office, elsewhere):
    answer = Client().post(
        "/desk/login",
        {"username": office.staff["clerk"].username, "passphrase": phrase_of("clerk"), "next": elsewhere},
    )

    assert answer.url == "/desk/"


def test_a_page_for_another_role_says_why_not(office):
    answer = log_in(office).get("/desk/chiefs")

    assert answer.status_code == 403
    assert "由纪委书记办理" in answer.content.decode()


def test_what_must_not_be_told_looks_like_an_address_that_does_not_exist(office):
    client = log_in(office)

    told, nowhere = client.get("/desk/hidden"), client.get("/desk/no-such-page")

    assert (told.status_code, _page(told)) == (404, _page(nowhere))


def test_pages_of_the_desk_are_kept_by_no_browser(office):
    assert log_in(office).get("/desk/who")["Cache-Control"] == "no-store"


def test_a_view_names_its_permit_for_the_house_tests():
    assert (who.permit, who.reads_only) == ("protection.change_passphrase", False)


def test_the_forms_refuse_a_request_without_its_token(office):
    client = Client(enforce_csrf_checks=True)

    answer = client.post("/desk/login", {"username": "x", "passphrase": "y"})

    assert answer.status_code == 403


def test_the_page_of_the_pass_phrase_names_its_log_in_for_the_browser_alone(office):
    client = log_in(office)

    shown = client.get("/desk/passphrase").content.decode()

    username = office.staff["clerk"].username
    field = f'<input type="text" name="username" value="{username}" autocomplete="username" readonly hidden>'
    assert shown.count(field) == 1

"""Real sittings at the desk: a test client logs in with a pass phrase, as staff do."""

import re
from http.cookies import SimpleCookie
from typing import Any
from uuid import uuid4

from django.http import HttpResponse
from django.test import Client

from tests.reception.township import PHRASE, WEDNESDAY, Township
from tests.scenes import scene

__all__ = ["WEDNESDAY", "filled", "page", "sit"]


def sit(town: Township, who: str = "clerk") -> Client:
    client = Client()
    client.cookies = _logged_in(town, who)
    return client


@scene
def _logged_in(town: Township, who: str) -> SimpleCookie:
    client = Client()
    answer = client.post("/desk/login", {"username": town.staff[who].username, "passphrase": PHRASE + who})
    assert answer.status_code == 302, page(answer)
    return client.cookies


def page(answer: HttpResponse) -> str:
    """The words of a page, without its form token, which differs each time."""
    return re.sub(r"[A-Za-z0-9]{64}", "TOKEN", answer.content.decode())


ACCOUNT = "金丝雀正文：二〇二五年五月，柳湾村三组的低保名单没有公示，组长把名额给了自己的亲戚。"


def filled(**changes: Any) -> dict[str, Any]:
    """A registration screen as a clerk fills it; give a field anew to change it."""
    typed = {
        "entry": str(uuid4()),
        "received_on": "2026-03-02",
        "source": "own",
        "signing": "real_name",
        "title": "反映低保发放不公",
        "account": ACCOUNT,
        "wish": "",
        "place": "三组",
        "people_count": "1",
        "village": "",
        "people-TOTAL_FORMS": "1",
        "people-INITIAL_FORMS": "0",
        "people-0-name": "无此人氏",
        "people-0-post": "组长",
        "people-0-unit": "",
        "people-0-category": "group_head",
        "people-0-match": "",
        "reporters-TOTAL_FORMS": "1",
        "reporters-INITIAL_FORMS": "0",
        "reporters-0-name": "金丝雀姓名",
        "reporters-0-phone": "13800000999",
        "reporters-0-address": "镇东街九号",
        "reporters-0-id_number": "",
        "report_class": "accusation",
        "main_issue": "subsidy_favouritism",
        "second_issue": "",
        "proposed": "",
        "like": "",
        "how": "same",
    }
    return {**typed, **changes}

"""A person at the window, as a browser without scripts would act for them."""

import hashlib
import re
from dataclasses import dataclass, field

from django.http import HttpResponse
from django.test import Client

ACCOUNT = "金丝雀正文：二〇二五年五月，柳湾村修路的钱没有公示，路只修了一半，会计把剩下的钱借给了自己的弟弟。"
ANSWERS: dict[str, dict[str, str]] = {
    "office": {"concerns": "no"},
    "signing": {"signing": "anonymous"},
    "persons": {"name": "无此人氏", "post": "会计", "unit": "柳湾村村民委员会", "category": "village_cadre"},
    "matter": {"account": ACCOUNT, "title": "反映修路的钱", "wish": "把账公开"},
    "place": {"village": "", "place": "三组水塘边"},
}
REPORTER = {"name": "金丝雀姓名", "phone": "13800000999", "address": "柳湾村三组", "id_number": ""}


@dataclass
class Visitor:
    client: Client
    seen: list[str] = field(default_factory=list)

    def get(self, path: str) -> str:
        return self._page(self.client.get(path))

    def post(self, path: str, **fields: str) -> str:
        """Fill in the page at ``path`` and press; the page that the browser ends up with."""
        return self._page(self.client.post(path, fields))

    def _page(self, answer: HttpResponse) -> str:
        self.seen = [] if answer.status_code != 302 else self.seen
        while answer.status_code == 302:
            self.seen.append(answer["Location"])
            answer = self.client.get(answer["Location"])
        self.status = answer.status_code
        self.at = answer.wsgi_request.path
        return answer.content.decode()

    def begin(self) -> str:
        return self.post("/report/", **proof(self.get("/report/")))

    def answer(self, *slugs: str, **other: dict[str, str]) -> str:
        """Answer these questions, with the usual words or with others."""
        page = ""
        for slug in slugs:
            page = self.post(f"/report/{slug}", **{**ANSWERS.get(slug, {}), **other.get(slug, {})})
            if slug == "persons":
                page = self.post("/report/persons", more="no")
            if slug == "place":
                page = self.post("/report/files")
        return page

    def fill_in(self) -> str:
        """Everything up to looking it over, anonymously."""
        self.begin()
        return self.answer("office", "signing", "persons", "matter", "place")

    def send(self) -> str:
        """Send what is filled in; gives the code."""
        return code_on(self.post("/report/check"))

    def open_mailbox(self, code: str) -> str:
        return self.post("/mailbox/", code=code, **proof(self.get("/mailbox/")))


def proof(page: str) -> dict[str, str]:
    """The proof of work that a script would make for this page."""
    found = re.search(r'name="proof_token" value="([^"]+)"', page)
    bits = re.search(r'data-proof-bits="(\d+)"', page)
    assert found
    assert bits
    token, zeros = found[1], int(bits[1])
    for number in range(1 << 24):
        digest = hashlib.sha256(f"{token}:{number}".encode()).digest()
        if int.from_bytes(digest, "big") >> (256 - zeros) == 0:
            return {"proof_token": token, "proof_answer": str(number)}
    raise AssertionError("no proof found")


def code_on(page: str) -> str:
    """The code on the receipt."""
    groups = re.findall(r'<span aria-hidden="true">(\d{3})</span>', page)
    return " ".join(groups)

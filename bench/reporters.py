"""What those who report do, page for page: at our window, and at django-helpdesk's public form.

Both write the same words. The window's questions are answered by their addresses, so that a question added to it
is met with an empty answer, as by somebody who skips it.
"""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass

from bench.browser import Browser, Page, Unexpected

ACCOUNT = (
    "我是虚构的柳湾村三组村民。二〇二五年五月，村里修通往三组水塘边的水泥路，说好长一千二百米，宽三米五，"
    "由镇里补助和各家集资。到十月只修了七百米，路面不到三米，冬天就起了裂缝。修路的钱一直没有公示，"
    "问了村会计，他说账在镇里；去镇里问，又说账在村里。十一月初我在村委会门口看见公示栏贴过一张单子，"
    "写着材料费二十六万元，第二天就撕掉了，照片我存着。邻居也有人看见，说会计把剩下的十万元借给了自己的弟弟"
    "开饭店，没有打借条。我们不要求别的，只希望镇里把账查清楚，把没有修完的五百米路修好，再把集资的名单和"
    "用途贴出来，让大家心里有数。以上都是我看到的和听到的，听说的我已经写明，愿意当面说清楚。"
)
TITLE = "反映虚构的柳湾村修路的钱没有公示"
MOST_PAGES = 20
WAITING = "已经传上去的（"
LENGTH = 27
"""Seven groups of three digits."""
CODE = re.compile(r'<span aria-hidden="true">(\d{3})</span>')
PROOF = re.compile(r'name="proof_token" value="([^"]+)".*?data-proof-bits="(\d+)"', re.DOTALL)


@dataclass(frozen=True)
class Face:
    """``fill`` ends on the page whose button sends; ``send`` presses it and gives the answer; ``finish`` reads what
    the person keeps and gives it, then leaves.
    """

    fill: Callable[[Browser, int], Page]
    send: Callable[[Browser, Page], Page]
    finish: Callable[[Browser, Page], str]


def fill_window(browser: Browser, number: int) -> Page:
    """Read the notice, prove, and answer every question; each second reporter gives a name."""
    notice = browser.get("/report/")
    return answered(browser, browser.post(notice, proof(notice)), number)


def answered(browser: Browser, page: Page, number: int) -> Page:
    """From any question to the page whose button sends."""
    for _ in range(MOST_PAGES):
        slug = page.path.rsplit("/", 1)[-1]
        if slug == "check":
            return page
        if slug == "files" and has_file(number) and WAITING not in page.text:
            page = browser.upload(page, "单据.txt", file_of(number))
            continue
        answer = {"more": "no"} if 'name="more"' in page.text else answers(number).get(slug, {})
        page = browser.post(page, answer)
    raise Unexpected("not accepted", page.path)


def has_file(number: int) -> bool:
    """Each fourth reporter brings a file."""
    return number % 4 == 3


def file_of(number: int) -> bytes:
    """Some kilobytes of text that nobody could make up; it is plain, so what is sealed is what was sent."""
    seed = hashlib.sha256(str(number).encode()).hexdigest()
    lines = [hashlib.sha256(f"{seed}{at}".encode()).hexdigest() for at in range(60 + number % 40)]
    return "\n".join(lines).encode()


def answers(number: int) -> dict[str, dict[str, str]]:
    return {
        "office": {"concerns": "no"},
        "signing": {"signing": "real_name" if number % 2 else "anonymous"},
        "reporter": {"name": "郑某某", "phone": "13800000000", "address": "柳湾村三组", "id_number": ""},
        "persons": {
            "name": "周某某",
            "post": "会计",
            "unit": "柳湾村村民委员会",
            "category": "village_cadre",
        },
        "matter": {"account": account(number), "title": TITLE, "wish": "把账公开，把路修完。"},
        "place": {"village": "", "place": "三组水塘边"},
    }


def account(number: int) -> str:
    """The words of this report, unlike every other's."""
    return f"{ACCOUNT}（虚构来件第{number}件）"


def send_window(browser: Browser, check: Page) -> Page:
    answer = browser.press(check, {})
    if answer.status != 302 or not answer.location.endswith("/report/receipt"):
        raise Unexpected(f"not sent, status {answer.status}", answer.text[:300])
    return answer


def finish_window(browser: Browser, sent: Page) -> str:
    """The code of the receipt, read whole; then clear and leave, as the page's button does."""
    receipt = browser.get("/report/receipt")
    code = code_on(receipt)
    browser.post(receipt, {}, "/report/leave")
    return code


def code_on(receipt: Page) -> str:
    code = " ".join(CODE.findall(receipt.text))
    if len(code) != LENGTH:
        raise Unexpected("no code on the receipt", receipt.text[:200])
    return code


def proof(page: Page) -> dict[str, str]:
    """The proof of work, as the page's script makes it."""
    found = PROOF.search(page.text)
    if found is None:
        raise Unexpected("no challenge", page.path)
    token, bits, answer = found[1], int(found[2]), 0
    start = hashlib.sha256(f"{token}:".encode())
    while True:
        tried = start.copy()
        tried.update(str(answer).encode())
        if int.from_bytes(tried.digest()[:4], "big") >> (32 - bits) == 0:
            return {"proof_token": token, "proof_answer": str(answer)}
        answer += 1


def fill_helpdesk(browser: Browser, number: int) -> Page:
    return browser.get("/tickets/submit/")


def send_helpdesk(browser: Browser, form: Page) -> Page:
    fields = {"queue": "1", "title": TITLE, "body": account(0), "priority": "3", "due_date": ""}
    answer = browser.press(form, {**fields, "submitter_email": "nobody@example.invalid"})
    if answer.status != 302 or "ticket=" not in answer.location:
        raise Unexpected(f"not sent, status {answer.status}", answer.text[:300])
    return answer


def finish_helpdesk(browser: Browser, sent: Page) -> str:
    """The page of the ticket, by the key in the address to which one was sent."""
    return browser.follow(sent).path


FACES = {
    "window": Face(fill_window, send_window, finish_window),
    "helpdesk": Face(fill_helpdesk, send_helpdesk, finish_helpdesk),
}

"""The same press in the mailbox is done once and answered alike, however often it arrives."""

import os
import re
import subprocess
import sys

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.toolkit.files import samples
from tests.window.visitor import Visitor
from yixian.reception.models import Attachment, Message, RecusalRequest
from yixian.reception.writing import MOST_A_DAY
from yixian.window import drawers
from yixian.window.models import Drawer

WORDS = "他们昨天又来过一次。"
RECUSAL = {"who": "other", "ground": "interest", "text": "副镇长的侄子在你们办公室。"}


@pytest.fixture
def at_mailbox(visitor: Visitor) -> Visitor:
    visitor.fill_in()
    code = visitor.send()
    visitor.post("/report/leave")
    visitor.open_mailbox(code)
    return visitor


def mark_on(page: str) -> str:
    found = re.search(r'name="once" value="([^"]+)"', page)
    assert found
    return found[1]


@pytest.mark.parametrize(
    ("slug", "typed"),
    [
        ("further", {"text": WORDS}),
        ("retaliation", {"text": WORDS}),
        ("recusal", RECUSAL),
        ("withdraw", {"text": WORDS}),
    ],
)
def test_pressed_twice_it_is_done_once_with_the_same_answer(at_mailbox, slug, typed):
    typed = {**typed, "once": mark_on(at_mailbox.get(f"/mailbox/{slug}"))}

    answers = [at_mailbox.client.post(f"/mailbox/{slug}", typed) for _ in range(2)]

    assert [each["Location"] for each in answers] == [f"/mailbox/case?done={slug}"] * 2
    assert (Message.objects.count(), RecusalRequest.objects.count()) == (1, int(slug == "recusal"))


def test_four_presses_at_the_same_moment_are_one_letter(tmp_path):
    """In a process of its own: threads meet on a file, and the database of the tests is in memory."""
    settings = {"YIXIAN_HOME": str(tmp_path), "DJANGO_SETTINGS_MODULE": "yixian.config.settings.test"}
    environment = {key: value for key, value in os.environ.items() if key != "YIXIAN_DATABASE"} | settings

    told = subprocess.run(
        [sys.executable, "-m", "tests.window.pressing"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (told.stdout, told.returncode) == ("['/mailbox/case?done=further'] 1\n", 0), told.stderr


def test_a_second_thought_from_the_browser_s_back_is_a_letter_of_its_own(at_mailbox):
    mark = mark_on(at_mailbox.get("/mailbox/further"))
    at_mailbox.post("/mailbox/further", text=WORDS, once=mark)

    page = at_mailbox.post("/mailbox/further", text=f"{WORDS}还带了人。", once=mark)

    assert (Message.objects.count(), f"{WORDS}还带了人。" in page) == (2, True)


def test_the_same_words_from_a_new_page_are_sent_again(at_mailbox):
    for _ in range(2):
        at_mailbox.post("/mailbox/further", text=WORDS, once=mark_on(at_mailbox.get("/mailbox/further")))

    assert Message.objects.count() == 2


def test_what_was_refused_is_not_held_to_be_done(at_mailbox):
    mark = mark_on(at_mailbox.get("/mailbox/recusal"))
    typed = {**RECUSAL, "who": "handler", "once": mark}

    pages = [at_mailbox.post("/mailbox/recusal", **typed) for _ in range(2)]

    assert ["还没有确定由谁办理" in page for page in pages] == [True, True]


def test_a_file_that_came_with_the_press_is_handed_in_once(at_mailbox):
    mark = mark_on(at_mailbox.get("/mailbox/further"))

    for _ in range(2):
        photo = SimpleUploadedFile("现场.png", samples.png())
        at_mailbox.client.post("/mailbox/further", {"text": WORDS, "once": mark, "file": photo})

    assert (Message.objects.count(), Attachment.objects.count()) == (1, 1)


def test_the_drawer_keeps_no_word_and_no_moment_of_what_was_done(at_mailbox):
    at_mailbox.post("/mailbox/further", text=WORDS, once=mark_on(at_mailbox.get("/mailbox/further")))

    request = at_mailbox.client.get("/mailbox/case").wsgi_request
    held = drawers.read(request, drawers.MAILBOX)

    assert held is not None
    assert (set(held), [len(each) for each in held["done"]]) == ({"code", "refused", "done"}, [64])
    assert Drawer.objects.get().until.minute == 0


def test_one_code_sends_so_many_letters_a_day_and_what_is_beyond_stays_typed(at_mailbox):
    for number in range(MOST_A_DAY):
        at_mailbox.post("/mailbox/further", text=f"{WORDS}{number}")

    page = at_mailbox.post("/mailbox/further", text=f"{WORDS}还有一句。")

    assert Message.objects.count() == MOST_A_DAY
    assert (f"已经发了{MOST_A_DAY}封" in page, f"{WORDS}还有一句。" in page) == (True, True)

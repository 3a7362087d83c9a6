"""What a report is called in lists when its reporter gave it no title."""

import pytest

from yixian.reception.facts import WebSubmission
from yixian.reception.sealing import title_of

LONG = "二〇二五年五月柳湾村修路的钱一直没有公示，路只修了一半就停了。"


@pytest.mark.parametrize(
    ("title", "account", "called"),
    [
        ("修路的钱", LONG, "修路的钱"),
        ("", LONG, "二〇二五年五月柳湾村修路的钱一直没有公示，路只修…"),
        ("", "路只修了一半。\n" + LONG, "路只修了一半。"),
        ("", "路" * 24, "路" * 24),
    ],
)
def test_a_title_that_breaks_off_says_so(title: str, account: str, called: str) -> None:
    assert title_of(WebSubmission(title=title, account=account)) == called

"""The mailbox by code."""

from tests.window.visitor import Visitor


def test_the_code_opens_the_mailbox_and_a_further_word_is_sent(visitor: Visitor) -> None:
    visitor.fill_in()
    code = visitor.send()

    page = visitor.open_mailbox(code)
    after = visitor.post("/mailbox/further", text="金丝雀正文补充：会计叫我不要说。")

    assert "已收到" in page
    assert "会计叫我不要说" in after

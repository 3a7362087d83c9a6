import pytest

from yixian.toolkit.templatetags.face import beyond


@pytest.mark.parametrize(
    ("words", "shown"), [("同意。", ""), ("同意", ""), ("同意，请抓紧。", "同意，请抓紧。"), ("", "")]
)
def test_an_opinion_that_repeats_the_verdict_is_not_said_twice(words, shown):
    assert beyond(words, "同意") == shown

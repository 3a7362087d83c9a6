"""What an office tells the public, and the stem of its numbers."""

import pytest

from tests.reception.township import Township
from yixian.roster.actions import ContactFacts, NotFit, NotKeeper, keep_contact
from yixian.roster.models import Organ

FACTS = ContactFacts(
    short_name="青纪信",
    address="镇政府一楼",
    window_url="https://jubao.example.cn/",
)


@pytest.mark.parametrize("who", ["chief", "admin", "county_admin"])
def test_the_chief_and_the_administrators_keep_it(town: Township, who):
    keep_contact(by=town[who], organ=town.organ, facts=FACTS)

    kept = Organ.objects.get(pk=town.organ.pk)
    assert (kept.address, kept.window_url) == ("镇政府一楼", "https://jubao.example.cn/")


@pytest.mark.parametrize("who", ["clerk", "handler", "county_chief"])
def test_nobody_else_keeps_it(town: Township, who):
    with pytest.raises(NotKeeper, match="纪委书记或者管理员"):
        keep_contact(by=town[who], organ=town.organ, facts=FACTS)


@pytest.mark.parametrize(
    ("wrong", "word"),
    [
        (ContactFacts(short_name="青纪信〔2026〕"), "只写字头"),
        (ContactFacts(short_name=""), "文号简称"),
        (ContactFacts(short_name="青纪信", window_url="jubao.example.cn"), "https://"),
        (ContactFacts(short_name="青纪信", window_url="javascript:alert(1)"), "https://"),
        (ContactFacts(short_name="青纪信", window_url="https://甲 乙/"), "https://"),
        (ContactFacts(short_name="青纪信", address="长" * 101), "100"),
    ],
)
def test_what_cannot_be_right_is_refused(town: Township, wrong, word):
    with pytest.raises(NotFit, match=word):
        keep_contact(by=town["chief"], organ=town.organ, facts=wrong)

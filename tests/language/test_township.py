"""Floors on short letters of a township: the kept half, which no model has learnt from. All of it is invented."""

import pytest

from training.reading.township import kept, letters, taught
from training.reading.township_score import Figures, figures
from yixian.language import hints, read

FLOORS = {
    "accusation F1": 0.92,
    "kinds accuracy": 0.88,
    "accused name F1": 0.80,
    "accused post F1": 0.75,
    "accused unit F1": 0.75,
    "issues F1": 0.75,
    "who F1": 0.85,
    "when F1": 0.85,
    "evidence F1": 0.85,
    "department accuracy": 0.80,
}
PLAIN = {
    "举报村主任侵占低保金": "村主任张某某二〇二五年五月侵占低保金三万元，有银行流水为证。",
    "反映村支书优亲厚友": "石桥村支书王某把低保名额给了自己的弟弟，弟弟家有楼房，名单也没有公示。",
    "我实名举报柳湾村会计": "我实名举报柳湾村会计虚报冒领退耕还林补贴款，村民有签名。",
    "办宅基地手续被要钱": "办宅基地手续，主任李某向我要了2000元好处费，微信转账记录我都留着。",
    "修水渠没有招标": "村里修水渠没有招标，直接给了书记的表哥做，质量很差，造价虚高。",
}


@pytest.fixture(scope="module")
def measured() -> Figures:
    return figures(kept())


@pytest.mark.parametrize("name", FLOORS)
def test_the_kept_half_is_read_as_well_as_promised(name: str, measured: Figures) -> None:
    assert measured[name] >= FLOORS[name]


@pytest.mark.parametrize("subject", PLAIN)
def test_a_plain_village_accusation_is_one(subject: str) -> None:
    reading = read(subject, PLAIN[subject])

    assert (reading.kind, reading.department, reading.who) == ("accusation", "其他", True)
    assert reading.accused[0].post in f"{subject}{PLAIN[subject]}"


def test_the_veiled_name_of_the_accused_is_found() -> None:
    found = read("反映村支书优亲厚友", PLAIN["反映村支书优亲厚友"]).accused

    assert [(one.name, one.post, one.unit) for one in found] == [("王某", "支书", "石桥村")]


def test_an_office_holder_without_a_name_is_found_by_post_and_village() -> None:
    found = read("我实名举报柳湾村会计", PLAIN["我实名举报柳湾村会计"]).accused

    assert [(one.name, one.post, one.unit) for one in found] == [("", "会计", "柳湾村")]


def test_a_helpful_secretary_in_a_livelihood_letter_is_not_accused() -> None:
    reading = read("水渠垮了", "双泉村的水渠让大水冲垮了，村支书来看过，说钱不够，请水利站帮忙修一修。")

    assert (reading.kind, reading.accused) == ("out_of_scope", ())


def test_what_a_letter_states_is_not_asked_for() -> None:
    asked = hints("石桥村村主任张某某二〇二五年五月侵占低保金三万元，有银行流水为证。")

    assert asked == []


def test_the_halves_share_no_letter_and_every_accused_is_written_in_its_letter() -> None:
    texts = {letter.text for letter in taught()} & {letter.text for letter in kept()}
    unwritten = [
        (letter.number, part)
        for letter in letters()
        for target in letter.targets
        for part in target
        if part not in "\n".join(letter.text)
    ]

    assert (texts, unwritten) == (set(), [])

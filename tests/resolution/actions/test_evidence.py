from hashlib import sha256

import pytest

from tests.reception.township import LETTER, MONTH_LATER, WEDNESDAY
from tests.resolution.casework import with_team
from tests.resolution.verifying import a_gap, a_photo, a_task, an_item
from tests.toolkit.files.samples import SECRET, jpeg
from yixian.protection.actions import reseal_slots
from yixian.protection.permits import NotPermitted
from yixian.protection.texts import TextMissing
from yixian.reception.discretion import GivesAway
from yixian.resolution.actions import (
    BytesChanged,
    NotOfThisVerification,
    TakenLater,
    open_evidence,
    print_evidence_list,
)
from yixian.resolution.models import Evidence


def test_the_original_is_kept_to_the_byte_with_its_hash(town):
    item = an_item(town, with_team(town), file=a_photo())

    kept = open_evidence(by=town["handler"], evidence=item, original=True)

    assert kept.content == jpeg()
    assert kept.sha256 == sha256(jpeg()).hexdigest()
    assert SECRET.encode() in kept.content


def test_the_viewer_gets_a_washed_copy(town):
    item = an_item(town, with_team(town), file=a_photo())

    shown = open_evidence(by=town["handler"], evidence=item, original=False)

    assert SECRET.encode() not in shown.content
    assert (shown.name, shown.sha256) == ("公示栏.jpg", sha256(jpeg()).hexdigest())


def test_bytes_that_no_longer_fit_their_hash_are_not_given_out(town):
    item = an_item(town, with_team(town), file=a_photo())
    reseal_slots(by=town["chief"], seal=item.file, slots={"original": b"other"})

    with pytest.raises(BytesChanged, match="校验值不符"):
        open_evidence(by=town["handler"], evidence=item, original=True)


def test_only_the_team_and_the_chief_open_evidence(town):
    item = an_item(town, with_team(town), file=a_photo())

    with pytest.raises(NotPermitted):
        open_evidence(by=town["clerk"], evidence=item, original=False)


def test_items_are_numbered_and_held_by_whoever_took_them(town):
    clue = with_team(town)

    first, second = an_item(town, clue), an_item(town, clue)

    assert [first.position, second.position] == [1, 2]
    assert [hand.staff_id for hand in second.custodies.all()] == [town["deputy"].staff_id]


@pytest.mark.parametrize(
    ("field", "what"), [("title", "证据名称"), ("source", "来源"), ("shows", "证明的内容")]
)
def test_an_item_without_its_words_is_refused(town, field, what):
    with pytest.raises(TextMissing, match=what):
        an_item(town, with_team(town), **{field: " "})

    assert Evidence.objects.count() == 0


def test_an_item_taken_tomorrow_is_refused(town):
    with pytest.raises(TakenLater, match="不得晚于今天"):
        an_item(town, with_team(town), taken_on=MONTH_LATER)


def test_a_task_of_another_verification_is_refused(town):
    with pytest.raises(NotOfThisVerification, match="核查任务"):
        an_item(town, with_team(town), task_id=4711)


def test_an_item_without_a_file_has_none_to_open(town):
    with pytest.raises(NotOfThisVerification, match="没有附文件"):
        open_evidence(by=town["handler"], evidence=an_item(town, with_team(town)), original=False)


def test_the_list_does_not_name_the_reporter(town):
    with pytest.raises(GivesAway):
        an_item(town, with_team(town), source=f"{LETTER.reporters[0].name}提供")


def test_the_printed_list_has_items_hashes_and_gaps(town):
    clue = with_team(town)
    task = a_task(town, clue)
    an_item(town, clue, file=a_photo(), task_id=task.pk)
    a_gap(town, clue)

    paper = print_evidence_list(by=town["handler"], clue=clue, on=WEDNESDAY)

    digest = sha256(jpeg()).hexdigest()
    for words in (
        "低保评议会议记录：评议会没有开过（核查任务1）",
        "镇民政办",
        digest[:32],
        digest[32:],
        "书记丑",
    ):
        assert words in paper.words.whole
    assert paper.pdf.startswith(b"%PDF")

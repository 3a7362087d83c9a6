import pytest

from tests.reception.township import LETTER, MONTH_LATER, WEDNESDAY
from tests.resolution.casework import FOUND, with_team
from tests.resolution.verifying import TALK, a_talk
from yixian.protection.permits import NotPermitted
from yixian.protection.texts import TextMissing, TextTooLong, read_text
from yixian.reception.discretion import GivesAway
from yixian.reception.enums import ReadBackWay
from yixian.resolution.actions import (
    NotAtThisStep,
    NotFinished,
    NotOnTeam,
    TakenLater,
    TooFewPresent,
    print_talk,
    read_back_talk,
    sign_talk,
    submit_report,
)
from yixian.resolution.enums import TalkSigned
from yixian.resolution.models import Talk

NAME = LETTER.reporters[0].name


def read_back(town, talk: Talk, corrections: str = "") -> Talk:
    return read_back_talk(
        by=town["deputy"], talk=talk, way=ReadBackWay.ALOUD, corrections=corrections, on=WEDNESDAY
    )


def signed(town, talk: Talk, as_: TalkSigned = TalkSigned.PAPER, reason: str = "") -> Talk:
    return sign_talk(by=town["deputy"], talk=talk, as_=as_, reason=reason, on=WEDNESDAY)


def test_nobody_talks_to_anybody_alone(town):
    with pytest.raises(TooFewPresent, match="2名以上"):
        a_talk(town, with_team(town), member_ids=[town["deputy"].staff_id] * 2)

    assert Talk.objects.count() == 0


def test_nobody_outside_the_team_is_present(town):
    with pytest.raises(NotOnTeam):
        a_talk(town, with_team(town), member_ids=[town["deputy"].staff_id, town["chief"].staff_id])


def test_a_question_carries_no_word_of_the_letter_and_no_reporter(town):
    clue = with_team(town)

    for asked in (LETTER.account, NAME):
        with pytest.raises(GivesAway):
            a_talk(town, clue, talk=f"问：{asked}\n答：不知道。")


def test_an_answer_is_written_as_it_was_given(town):
    """Whoever is talked to may name anybody; to refuse the name would tell whose it is."""
    talk = a_talk(town, with_team(town), talk=f"问：谁在场？\n答：{NAME}在场。", person=NAME)

    assert talk.position == 1


@pytest.mark.parametrize(("field", "what"), [("person", "被谈话人"), ("talk", "问答")])
def test_a_record_without_its_words_is_refused(town, field, what):
    with pytest.raises(TextMissing, match=what):
        a_talk(town, with_team(town), **{field: " "})


def test_a_record_too_long_is_divided(town):
    with pytest.raises(TextTooLong, match="分几份"):
        a_talk(town, with_team(town), talk="答：" + "一" * 20_001)


def test_a_talk_of_tomorrow_is_refused(town):
    with pytest.raises(TakenLater, match="谈话日期"):
        a_talk(town, with_team(town), held_on=MONTH_LATER)


def test_a_record_is_read_back_and_then_signed_each_once(town):
    talk = a_talk(town, with_team(town))

    with pytest.raises(NotAtThisStep, match="再签名"):
        signed(town, talk)
    read_back(town, talk, "“没有”应为“从来没有”。")
    kept = signed(town, talk)

    assert kept.stands == "已在打印件上逐页签名"
    assert read_text(kept, "corrections", by=town["handler"], about=kept) == "“没有”应为“从来没有”。"
    with pytest.raises(NotAtThisStep):
        read_back(town, talk)
    with pytest.raises(NotAtThisStep):
        signed(town, talk)


def test_who_does_not_sign_has_a_reason(town):
    talk = a_talk(town, with_team(town))
    read_back(town, talk)

    with pytest.raises(TextMissing, match="不签名的原因"):
        signed(town, talk, TalkSigned.DECLINED)

    assert signed(town, talk, TalkSigned.DECLINED, "认为与己无关").stands == "拒绝签名"


def test_a_correction_is_a_new_record_and_the_old_one_rests(town):
    clue = with_team(town)
    talk = a_talk(town, clue)

    a_talk(town, clue, corrects=talk)

    with pytest.raises(NotAtThisStep, match="已有更正笔录"):
        read_back(town, talk)
    with pytest.raises(NotAtThisStep, match="已有更正笔录"):
        a_talk(town, clue, corrects=talk)


def test_only_the_team_writes_and_prints(town):
    talk = a_talk(town, with_team(town))

    with pytest.raises(NotPermitted):
        print_talk(by=town["clerk"], talk=talk)


def test_the_print_has_who_was_there_and_what_was_said(town):
    talk = a_talk(town, with_team(town))
    read_back(town, talk, "日期应为三月。")
    kept = signed(town, talk, TalkSigned.DECLINED, "认为与己无关")

    paper = print_talk(by=town["handler"], talk=kept)

    for words in (
        *TALK.splitlines(),
        "田守成，柳湾村文书",
        "承办乙、书记丑",
        "日期应为三月。",
        "认为与己无关",
    ):
        assert words in paper.words.whole
    assert paper.pdf.startswith(b"%PDF")


def test_a_report_over_an_unsigned_record_says_why(town):
    clue = with_team(town)
    a_talk(town, clue)

    with pytest.raises(NotFinished, match="1份谈话笔录没有签名"):
        submit_report(by=town["handler"], clue=clue, content="属实", proposal=FOUND, on=WEDNESDAY)

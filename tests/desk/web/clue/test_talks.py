from tests.desk.sitting import page, sit
from tests.resolution.casework import with_team
from tests.resolution.verifying import TALK, a_talk
from yixian.resolution.models import Talk


def typed(town, **changes) -> dict:
    present = [town["handler"].staff_id, town["deputy"].staff_id]
    words = {"person": "田守成", "post": "文书", "place": "谈话室", "why": "了解公示", "talk": TALK}
    return {**words, "held_on": "2026-03-04", "present": present, "corrects": "", **changes}


def test_a_talk_is_written_read_back_printed_and_signed(town):
    clue, member = with_team(town), sit(town, "deputy")
    base = f"/desk/clues/{clue.pk}"

    member.post(f"{base}/record-talk", typed(town))
    talk = Talk.objects.get()
    member.post(f"{base}/read-back-talk/{talk.pk}", {"way": "aloud", "corrections": ""})
    pdf = member.post(f"{base}/print-talk/{talk.pk}", {"do": "pdf"})
    word = member.post(f"{base}/print-talk/{talk.pk}", {"do": "docx"})
    member.post(f"{base}/sign-talk/{talk.pk}", {"as_": "declined", "reason": "认为与己无关"})

    work = page(member.get(f"{base}/work"))
    assert pdf.content.startswith(b"%PDF")
    assert word.content.startswith(b"PK")
    assert "答：没有公示过。" in work
    assert "拒绝签名" in work
    assert "认为与己无关" in work


def test_a_talk_by_one_keeps_what_was_typed(town):
    clue, member = with_team(town), sit(town, "deputy")

    answer = member.post(f"/desk/clues/{clue.pk}/record-talk", typed(town, present=[town["deputy"].staff_id]))

    assert "2名以上" in page(answer)
    assert "答：没有公示过。" in page(answer)
    assert Talk.objects.count() == 0


def test_a_correction_stands_beside_what_it_corrects(town):
    clue, member = with_team(town), sit(town, "deputy")
    talk, base = a_talk(town, clue), f"/desk/clues/{clue.pk}"

    member.post(f"{base}/record-talk", typed(town, corrects=talk.pk))

    work = page(member.get(f"{base}/work"))
    assert "更正谈话笔录1" in work
    assert "已更正" in work
    assert member.get(f"{base}/read-back-talk/{talk.pk}").status_code == 302

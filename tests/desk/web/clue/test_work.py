"""The work of a verification at the desk: given by the lead, on today for the member, answered, and in the file."""

from hashlib import sha256

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.desk.sitting import page, sit
from tests.reception.township import WEDNESDAY
from tests.resolution.casework import a_clue, with_team
from tests.resolution.verifying import QUESTIONS, a_gap, a_photo, a_task, an_item
from tests.toolkit.files.samples import SECRET, jpeg
from yixian.protection.actions import declare_recusal
from yixian.protection.enums import RecusalGround
from yixian.resolution.enums import ClueState, CustodyState, GapState, TaskState
from yixian.resolution.models import Clue, Custody, Evidence, Gap, Task


def test_a_task_given_by_the_lead_is_on_the_members_today_until_answered(town):
    clue = with_team(town)
    lead, member = sit(town, "handler"), sit(town, "deputy")
    typed = {"staff": town["deputy"].staff_id, "due_on": "2026-04-07", "questions": QUESTIONS}

    lead.post(f"/desk/clues/{clue.pk}/give-task", typed)
    task = Task.objects.get()
    before = page(member.get("/desk/"))
    asked = page(member.get(f"/desk/clues/{clue.pk}/answer-task/{task.pk}"))
    member.post(f"/desk/clues/{clue.pk}/answer-task/{task.pk}", {"found_": "村文书说没有公示。"})

    task.refresh_from_db()
    after, work = page(member.get("/desk/")), page(lead.get(f"/desk/clues/{clue.pk}/work"))
    assert "答复核查任务" in before
    assert "2026年4月7日前" in before
    assert QUESTIONS in asked
    assert task.state == TaskState.ANSWERED
    assert "答复核查任务" not in after
    assert "村文书说没有公示。" in work


def test_a_task_sent_empty_keeps_what_was_typed(town):
    clue, lead = with_team(town), sit(town, "handler")

    answer = lead.post(f"/desk/clues/{clue.pk}/give-task", {"questions": QUESTIONS})

    assert "请选择“交给谁”" in page(answer)
    assert "请填写完成期限" in page(answer)
    assert QUESTIONS in page(answer)


def test_a_task_is_handed_over_and_taken_back_from_the_page(town):
    clue = with_team(town)
    task, other = a_task(town, clue), a_task(town, clue)
    lead = sit(town, "handler")
    base = f"/desk/clues/{clue.pk}"

    lead.post(f"{base}/hand-over-task/{task.pk}", {"staff": town["handler"].staff_id, "reason": "外出培训"})
    lead.post(f"{base}/take-back-task/{other.pk}", {"reason": "与任务1重复"})

    work = page(lead.get(f"{base}/work"))
    assert "由书记丑移交承办乙（外出培训）" in work
    assert "与任务1重复" in work


def test_a_member_sees_no_way_to_do_what_is_the_leads(town):
    clue = with_team(town)
    task = a_task(town, clue, to="handler")
    clerk = sit(town, "clerk")

    assert clerk.get(f"/desk/clues/{clue.pk}/work").status_code in (403, 404)
    assert clerk.get(f"/desk/clues/{clue.pk}/answer-task/{task.pk}").status_code in (403, 404)


def test_a_recused_member_no_longer_meets_the_work(town):
    clue = with_team(town)
    a_task(town, clue)
    member = sit(town, "deputy")
    declare_recusal(by=town["deputy"], subject=clue.matter, ground=RecusalGround.INTEREST, on=WEDNESDAY)

    assert member.get(f"/desk/clues/{clue.pk}/work").status_code == 404
    assert "答复核查任务" not in page(member.get("/desk/"))


def test_a_clue_without_a_team_has_no_work(town):
    assert sit(town, "chief").get(f"/desk/clues/{a_clue(town).pk}/work").status_code == 404


def registered(town, client, clue: Clue, **changes) -> object:
    typed = {
        "kind_": "document",
        "title": "低保评议会议记录",
        "source": "村文书提供",
        "shows": "评议会没有开过",
        "task": "",
        "originality": "copy",
        "pages": "3",
        "taken_by": town["deputy"].staff_id,
        "taken_on": "2026-03-04",
        "file": SimpleUploadedFile("公示栏.jpg", jpeg(), "image/jpeg"),
    }
    return client.post(f"/desk/clues/{clue.pk}/record-evidence", typed | changes)


def test_evidence_is_registered_shown_washed_and_saved_to_the_byte(town):
    clue, member = with_team(town), sit(town, "deputy")

    registered(town, member, clue)
    item = Evidence.objects.get()
    shown = page(member.get(f"/desk/clues/{clue.pk}/evidence/{item.pk}"))
    washed = member.get(f"/desk/clues/{clue.pk}/evidence/{item.pk}/content")
    whole = member.get(f"/desk/clues/{clue.pk}/evidence/{item.pk}/content?original=1")

    assert (
        sha256(jpeg()).hexdigest()[:40]
        in member.get(f"/desk/clues/{clue.pk}/evidence/{item.pk}").content.decode()
    )
    assert "公示栏.jpg" in shown
    assert SECRET.encode() not in washed.content
    assert washed["Content-Disposition"].startswith("inline")
    assert whole.content == jpeg()
    assert whole["Content-Disposition"].startswith("attachment")
    assert "sandbox" in whole["Content-Security-Policy"]


def test_evidence_of_another_clue_is_not_found(town):
    clue, member = with_team(town), sit(town, "deputy")

    assert member.get(f"/desk/clues/{clue.pk}/evidence/4711").status_code == 404


def test_evidence_sent_without_its_words_keeps_what_was_typed(town):
    clue, member = with_team(town), sit(town, "deputy")

    answer = registered(town, member, clue, title="", source="村文书提供的")

    assert "请填写名称" in page(answer)
    assert "村文书提供的" in page(answer)
    assert Evidence.objects.count() == 0


def test_custody_goes_over_when_both_have_said_so(town):
    clue = with_team(town)
    held = an_item(town, clue).custodies.get()
    member, lead = sit(town, "deputy"), sit(town, "handler")
    base = f"/desk/clues/{clue.pk}"

    member.post(f"{base}/hand-custody/{held.pk}", {"staff": town["handler"].staff_id, "note": "原封"})
    offered = Custody.objects.get(state=CustodyState.OFFERED)
    waiting = page(lead.get("/desk/"))
    lead.post(f"{base}/receive-custody/{offered.pk}")

    held.refresh_from_db()
    offered.refresh_from_db()
    assert "接收证据" in waiting
    assert (held.state, offered.state) == (CustodyState.PASSED, CustodyState.HELD)


def test_evidence_that_was_not_whole_is_refused(town):
    clue = with_team(town)
    held = an_item(town, clue).custodies.get()
    member, lead = sit(town, "deputy"), sit(town, "handler")
    base = f"/desk/clues/{clue.pk}"
    member.post(f"{base}/hand-custody/{held.pk}", {"staff": town["handler"].staff_id, "note": ""})

    lead.post(f"{base}/refuse-custody/{Custody.objects.get(state='offered').pk}", {"reason": "少一页"})

    assert "未接收（少一页）" in page(member.get(f"{base}/work"))


def test_a_gap_is_noted_filled_and_dropped(town):
    clue = with_team(town)
    item, lead = an_item(town, clue), sit(town, "handler")
    base = f"/desk/clues/{clue.pk}"
    wanted = {"wanted": "公示照片", "holder": "镇民政办", "due_on": "2026-04-07"}

    lead.post(f"{base}/note-gap", wanted)
    lead.post(f"{base}/note-gap", wanted | {"wanted": "2024年账册"})
    first, second = Gap.objects.order_by("pk")
    lead.post(f"{base}/fill-gap/{first.pk}", {"item": item.pk})
    lead.post(f"{base}/drop-gap/{second.pk}", {"reason": "账册已经灭失"})

    work = page(lead.get(f"{base}/work"))
    assert list(Gap.objects.order_by("pk").values_list("state", flat=True)) == [
        GapState.FILLED,
        GapState.DROPPED,
    ]
    assert "账册已经灭失" in work
    assert "已补（证据1）" in work


def test_the_list_is_printed_as_word_and_pdf(town):
    clue = with_team(town)
    an_item(town, clue, file=a_photo())
    lead = sit(town, "handler")

    word = lead.post(f"/desk/clues/{clue.pk}/evidence-list", {"do": "docx"})
    pdf = lead.post(f"/desk/clues/{clue.pk}/evidence-list", {"do": "pdf"})

    assert word.content.startswith(b"PK")
    assert pdf.content.startswith(b"%PDF")


def test_a_report_over_what_is_open_asks_why_and_shows_it_to_whoever_decides(town):
    clue = with_team(town)
    a_task(town, clue)
    a_gap(town, clue)
    lead, chief = sit(town, "handler"), sit(town, "chief")
    base = f"/desk/clues/{clue.pk}"

    refused = page(
        lead.post(f"{base}/submit-report", {"content": "经查属实。", "proposal": "close", "left_open": ""})
    )
    lead.post(
        f"{base}/submit-report", {"content": "经查属实。", "proposal": "close", "left_open": "知情人外出未归"}
    )

    assert "还有1项核查任务没有答复、1处证据缺口没有补上" in refused
    assert "经查属实。" in refused
    assert Clue.objects.get().state == ClueState.REPORTED
    assert "知情人外出未归" in page(chief.get(base))


def queries_of(client, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return len(asked)


def test_the_page_asks_no_more_queries_for_more_rows(town):
    clue = with_team(town)
    lead, address = sit(town, "handler"), f"/desk/clues/{clue.pk}/work"
    item = an_item(town, clue)
    a_gap(town, clue)
    a_task(town, clue)
    lead.get(address)

    one = queries_of(lead, address)
    for _ in range(2):
        a_gap(town, clue)
        a_task(town, clue)
        an_item(town, clue)

    assert item.position == 1
    assert queries_of(lead, address) == one

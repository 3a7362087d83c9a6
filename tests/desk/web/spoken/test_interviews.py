"""From the record to its signature at the desk: written, read back, signed, final."""

from urllib.parse import quote

import pytest

from tests.desk.sitting import page, sit
from tests.reception.test_signature import sent
from tests.reception.township import a_letter
from tests.reception.visitors import a_visit, an_interview
from yixian.reception.actions import read_interviews
from yixian.reception.enums import AttachmentKind, Section, SignedAs
from yixian.reception.models import Attachment, Interview
from yixian.toolkit.documents.templates import words_of

WORDS = {f"section_{each.value}": "" for each in Section} | {"talk": ""}


def to(report, slug):
    return f"/desk/reports/{report.pk}/{slug}"


def read_to(client, report, **typed):
    return client.post(to(report, "read-back"), {"way": "aloud", "corrections": "", **typed})


def test_what_was_told_at_registration_stands_ready_as_what_happened(town):
    report = a_visit(town)

    answer = page(sit(town).get(to(report, "interview")))

    assert answer.count("组长把名额给了自己的亲戚") == 2
    assert "知道几个写几个" in answer


def test_a_record_is_written_and_leads_to_its_reading(town):
    report, client = a_visit(town), sit(town)

    answer = client.post(
        to(report, "interview"), WORDS | {"section_when": "去年五月", "talk": "问：谁？答：他。"}
    )

    assert answer.url == to(report, "read-back")
    told = page(client.get(answer.url))
    assert "去年五月" in told
    assert "问：谁？答：他。" in told


def test_a_draft_is_taken_up_again_as_it_was_left(town):
    report = an_interview(town).report

    assert "去年五月" in page(sit(town).get(to(report, "interview")))


def test_what_names_the_visitor_is_refused_and_stays_on_the_page(town):
    report = a_visit(town)

    answer = page(sit(town).post(to(report, "interview"), WORDS | {"section_who": "金丝雀姓名说的"}))

    assert Interview.objects.count() == 0
    assert "请改写为“来访人”" in answer
    assert "金丝雀姓名说的" in answer


def test_a_record_is_read_signed_on_the_screen_and_final(town):
    report, client = an_interview(town).report, sit(town)
    after_reading = read_to(client, report, corrections="应为六月")

    client.post(to(report, "sign"), {"as_": "pen", "stroke": sent(), "reason": ""})

    interview = Interview.objects.get()
    assert after_reading.url == to(report, "sign")
    assert (interview.signed_as, interview.is_final) == (SignedAs.PEN, True)
    assert Attachment.objects.get().kind == AttachmentKind.SIGNATURE
    told = page(client.get(to(report, "interviews")))
    assert "应为六月" in told
    assert "在屏幕上签名" in told


def test_an_empty_box_is_no_signature(town):
    report, client = an_interview(town).report, sit(town)
    read_to(client, report)

    answer = page(client.post(to(report, "sign"), {"as_": "pen", "stroke": "", "reason": ""}))

    assert "还没有签名" in answer
    assert not Interview.objects.get().is_final


def test_signing_before_reading_is_not_offered(town):
    report, client = an_interview(town).report, sit(town)

    answer = client.get(to(report, "sign"), follow=True)

    assert "现在不能办“笔录签名”" in page(answer)


def test_after_the_signature_a_supplement_begins_empty(town):
    report, client = an_interview(town).report, sit(town)
    read_to(client, report)
    client.post(to(report, "sign"), {"as_": "paper", "stroke": "", "reason": ""})

    empty = page(client.get(to(report, "interview")))
    client.post(to(report, "interview"), WORDS | {"section_what": "又想起一件事"})

    assert "去年五月" not in empty
    first, second = read_interviews(by=town["clerk"], report=report)
    assert (first.words.sections[Section.WHEN], second.words.sections[Section.WHAT]) == (
        "去年五月",
        "又想起一件事",
    )
    assert "补充笔录（1）" in page(client.get(to(report, "interviews")))


def test_somebody_unknown_is_not_asked_for_a_name(town):
    report, client = an_interview(town, anonymous=True).report, sit(town)
    read_to(client, report)

    answer = page(client.get(to(report, "sign")))

    assert "<canvas" not in answer
    assert "匿名来访，不签名" in answer


def test_a_report_without_a_record_has_no_page_of_records(town):
    assert sit(town).get(to(a_visit(town), "interviews")).status_code == 404


@pytest.mark.parametrize("slug", ["interview", "read-back", "interviews"])
def test_another_clerk_finds_nothing(town, slug):
    report = an_interview(town).report

    assert sit(town, "other_clerk").get(to(report, slug)).status_code == 404


def test_a_record_is_printed_and_saved_from_its_page(town):
    interview, client = an_interview(town), sit(town)
    address = f"/desk/reports/{interview.report_id}/interviews/{interview.pk}/paper"

    told = page(client.get(to(interview.report, "interviews")))
    printed, kept = (client.post(address, {"as": way}) for way in ("pdf", "docx"))

    assert f'action="{address}"' in told
    assert (printed.content[:4], kept.content[:2]) == (b"%PDF", b"PK")
    assert "去年五月" in words_of(kept.content).whole
    assert quote("来访笔录2026-0001.pdf") in printed["Content-Disposition"]
    assert [client.get(address).status_code, sit(town, "other_clerk").post(address).status_code] == [404, 404]


def test_the_record_of_a_visit_is_printed_from_the_dossier_and_the_page_of_records(town):
    report, client = an_interview(town).report, sit(town)
    address = to(report, "visit-record")

    for slug in ("interviews", ""):
        assert f'href="{address}"' in page(client.get(to(report, slug).rstrip("/")))
    form = page(client.get(address))
    kept = client.post(address, {"reply": "已经登记。", "do": "docx"})

    assert ('name="told"' in form, "来件编号2026-0001，由接访甲负责办理。" in form) == (False, True)
    assert "去年五月" in words_of(kept.content).whole
    assert "已经登记。" in words_of(kept.content).whole


def test_without_a_record_the_clerk_words_what_was_told_and_keeps_it_when_it_names_the_visitor(town):
    report, client = a_visit(town), sit(town)
    address = to(report, "visit-record")

    form = page(client.get(address))
    refused = page(client.post(address, {"told": "金丝雀姓名说的", "reply": "", "do": "pdf"}))
    kept = client.post(address, {"told": "来访人说的", "reply": "", "do": "docx"})

    assert "组长把名额给了自己的亲戚" in form
    assert "请改写为“来访人”" in refused
    assert "金丝雀姓名说的" in refused
    assert "来访人说的" in words_of(kept.content).whole


def test_a_letter_offers_no_record_of_a_visit(town):
    report = a_letter(town).report

    assert "打印来访记录" not in page(sit(town).get(f"/desk/reports/{report.pk}"))

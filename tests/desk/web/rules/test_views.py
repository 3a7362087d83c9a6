from django.core.files.uploadedfile import SimpleUploadedFile

from tests.desk.sitting import page, sit
from yixian.resolution.models import LocalRule

NEW = {
    "title": "青禾镇村级资金管理办法",
    "number": "青政发〔2001〕7号",
    "subject": "collective",
    "since": "2001-03",
    "until": "",
    "note": "",
}


def test_which_rule_held_in_1998(town):
    shown = page(sit(town, "clerk").get("/desk/rules?on=1998&subject=discipline"))

    assert "1997年2月27日至2003年12月31日前" in shown
    assert "中国共产党纪律处分条例（试行）" in shown
    assert "2018年修订" not in shown


def test_a_year_of_change_says_that_it_is_unsure(town):
    shown = page(sit(town, "clerk").get("/desk/rules?on=2018&subject=discipline"))

    assert shown.count("这段时间里有变动") == 2


def test_a_day_that_is_none_is_explained(town):
    shown = page(sit(town, "clerk").get("/desk/rules?on=去年&subject="))

    assert "知道到哪里就写到哪里" in shown
    assert 'value="去年"' in shown


def test_a_time_before_every_rule_has_an_empty_answer(town):
    assert "没有当时施行的规定" in page(sit(town, "clerk").get("/desk/rules?on=1970&subject=petitions"))


def test_the_page_before_a_question_asks_only(town):
    shown = page(sit(town, "clerk").get("/desk/rules"))

    assert "什么时候的事" in shown
    assert "请填写" not in shown


def test_an_own_document_is_entered_found_opened_and_ended(town):
    handler = sit(town, "handler")
    paper = SimpleUploadedFile("办法.txt", "第一条　略。".encode(), "text/plain")

    handler.post("/desk/rules/new", NEW | {"file": paper})
    rule = LocalRule.objects.get()
    found = page(handler.get("/desk/rules?on=2005&subject=collective"))
    before = page(handler.get(f"/desk/rules/{rule.pk}/end"))
    file = handler.get(f"/desk/rules/{rule.pk}/file")
    handler.post(f"/desk/rules/{rule.pk}/end", {"until": "2010"})

    rule.refresh_from_db()
    assert "青政发〔2001〕7号" in found
    assert file.content.decode() == "第一条　略。"
    assert file["Content-Disposition"].startswith("attachment")
    assert "2001-03起施行" in before
    assert rule.until == "2010"


def test_a_faulty_document_keeps_what_was_typed(town):
    answer = sit(town, "handler").post("/desk/rules/new", NEW | {"since": "二〇〇一"})

    assert "知道到哪里就写到哪里" in page(answer)
    assert NEW["title"] in page(answer)
    assert LocalRule.objects.count() == 0


def test_a_document_that_ends_too_early_is_refused_on_the_form(town):
    answer = sit(town, "handler").post("/desk/rules/new", NEW | {"until": "1999"})

    assert "不再施行的日期应当在施行以后" in page(answer)


def test_who_does_not_work_on_reports_does_not_ask(town):
    assert sit(town, "analyst").get("/desk/rules").status_code == 403


def test_another_organs_document_is_not_there(town):
    sit(town, "handler").post("/desk/rules/new", NEW)
    rule = LocalRule.objects.get()

    assert sit(town, "county_chief").get(f"/desk/rules/{rule.pk}/end").status_code == 404
    assert sit(town, "county_chief").get(f"/desk/rules/{rule.pk}/file").status_code == 404

"""Registration at the desk: one screen, one transaction, a code shown once, nothing typed lost."""

import re

import pytest
from django.test import Client

from tests.desk.sitting import ACCOUNT, filled, page, sit
from tests.reception.township import LETTER, a_letter
from yixian.assessment.queries import classification_of, matter_of
from yixian.protection.actions import present_code
from yixian.reception.enums import Channel, ReportState
from yixian.reception.models import Envelope, Report
from yixian.roster.models import Cadre
from yixian.toolkit.documents.templates import words_of

REPORTER = ("金丝雀姓名", "13800000999", "镇东街九号")
TYPED = ("金丝雀正文", "反映低保发放不公", "无此人氏", *REPORTER)


def code_on(answer) -> str:
    return re.search(r'class="receipt-code" lang="en">([^<]+)<', page(answer)).group(1)


def test_a_letter_is_registered_classed_and_given_its_matter_in_one_step(town):
    client = sit(town)

    answer = client.post("/desk/register/letter", filled())

    report = Report.objects.get()
    assert answer.status_code == 200, page(answer)
    assert (report.number, report.channel) == ("2026-0001", Channel.LETTER)
    assert classification_of(report.pk).main_issue == "subsidy_favouritism"
    assert matter_of(report.pk).number in page(client.get(f"/desk/reports/{report.pk}"))


@pytest.mark.parametrize("channel", ["letter", "visit", "call", "other"])
def test_each_channel_has_its_screen_and_registers(town, channel):
    client = sit(town)

    assert client.get(f"/desk/register/{channel}").status_code == 200
    client.post(f"/desk/register/{channel}", filled())

    assert [each.channel for each in Report.objects.all()] == [channel]


def test_the_code_on_the_receipt_is_the_reporter_s_and_is_in_no_session(town):
    client = sit(town)

    code = code_on(client.post("/desk/register/letter", filled()))

    assert present_code(code).receipt_id == Report.objects.get().receipt
    assert code not in str(dict(client.session))


def test_sending_the_same_screen_twice_registers_once_and_does_not_show_the_code_again(town):
    client, typed = sit(town), filled()
    client.post("/desk/register/letter", typed)

    again = client.post("/desk/register/letter", typed)

    report = Report.objects.get()
    assert (again.status_code, again.url) == (302, f"/desk/reports/{report.pk}")


def test_the_receipt_is_printed_with_the_code_that_the_page_holds(town):
    client = sit(town)
    code = code_on(client.post("/desk/register/letter", filled()))

    address = f"/desk/reports/{Report.objects.get().pk}/receipt"
    printed, kept = (client.post(address, {"code": code, "as": way}) for way in ("pdf", "docx"))

    assert (printed["Content-Type"], printed.content[:5]) == ("application/pdf", b"%PDF-")
    assert kept["Content-Type"].endswith("wordprocessingml.document")
    assert code in words_of(kept.content).whole


def test_after_registration_who_reported_is_on_no_page(town):
    client = sit(town)
    receipt = page(client.post("/desk/register/letter", filled()))
    pages = [receipt] + [
        page(client.get(address))
        for address in ("/desk/", "/desk/inbox", f"/desk/reports/{Report.objects.get().pk}")
    ]

    assert [word for text in pages for word in REPORTER if word in text] == []


def test_a_mistake_keeps_everything_typed_and_says_what_to_do(town):
    answer = page(
        sit(town).post("/desk/register/letter", filled(received_on="", main_issue="", proposed="x"))
    )

    assert Report.objects.count() == 0
    assert [word for word in TYPED if word not in answer] == []
    assert "您填的内容都还在" in answer
    assert "检举控告请选定主要问题" in answer


def test_a_refusal_of_the_house_stands_on_the_same_page_with_everything_typed(town):
    answer = page(sit(town).post("/desk/register/letter", filled(signing="anonymous")))

    assert Report.objects.count() == 0
    assert "匿名来件不登记举报人身份" in answer
    assert [word for word in TYPED if word not in answer] == []


def test_whoever_is_on_the_reported_side_is_told_to_stay_away(town):
    typed = filled(
        **{"people-0-name": "同名周", "people-0-match": str(Cadre.objects.filter(name="同名周").first().pk)}
    )

    answer = page(sit(town, "colleague").post("/desk/register/letter", typed))

    assert Report.objects.count() == 0
    assert "您应当回避" in answer


def test_a_name_borne_by_two_cadres_must_be_settled_by_a_person(town):
    client, first = sit(town), Cadre.objects.filter(name="同名周").order_by("pk").first()
    typed = filled(**{"people-0-name": "同名周"})

    unsettled = page(client.post("/desk/register/letter", typed))
    client.post("/desk/register/letter", {**typed, "people-0-match": str(first.pk)})

    assert "名册中有不止一名" in unsettled
    assert '<option value="none">都不是，名册以外的人</option>' in unsettled
    assert Report.objects.get().people.get().cadre_token is not None


def test_looking_without_script_shows_the_proposals_and_keeps_what_was_typed(town):
    answer = page(sit(town).post("/desk/register/letter", filled(do="look", report_class="", main_issue="")))

    assert Report.objects.count() == 0
    assert "系统建议：" in answer
    assert "您填的内容都还在" not in answer
    assert [word for word in TYPED if word not in answer] == []


def test_htmx_is_given_only_what_stands_beside_the_text(town):
    answer = page(sit(town).post("/desk/register/letter", filled(do="look"), headers={"HX-Request": "true"}))

    assert "<html" not in answer
    assert "系统建议：" in answer
    assert ACCOUNT not in answer


def test_a_class_that_a_person_chose_stays_and_an_untouched_proposal_follows_the_text(town):
    client = sit(town)
    chosen = filled(do="look", report_class="appeal", main_issue="", proposed="out_of_scope||")
    untouched = filled(do="look", report_class="appeal", main_issue="", proposed="appeal||")

    kept = page(client.post("/desk/register/letter", chosen))
    followed = page(client.post("/desk/register/letter", untouched))

    assert '<option value="appeal" selected>' in kept
    assert '<option value="appeal" selected>' not in followed


def test_another_row_is_added_without_script(town):
    answer = page(sit(town).post("/desk/register/letter", filled(do="more_people")))

    assert 'name="people-1-name"' in answer
    assert "无此人氏" in answer


def test_a_cadre_whom_the_text_names_is_added_with_post_and_unit(town):
    cadre = Cadre.objects.filter(name="同名周").order_by("pk").first()
    typed = filled(account=f"{ACCOUNT}会计同名周也分了一份。", do=f"add:cadre:{cadre.pk}")

    answer = page(sit(town).post("/desk/register/letter", typed))

    assert 'name="people-1-name" value="同名周"' in answer
    assert f'<option value="{cadre.pk}" selected>' in answer


def test_a_likely_same_report_is_shown_with_reasons_and_can_be_joined(town):
    first = a_letter(town, LETTER).report
    client, typed = sit(town), filled()

    looked = page(client.post("/desk/register/letter", {**typed, "do": "look"}))
    client.post("/desk/register/letter", {**typed, "like": str(first.pk), "how": "repeat"})

    second = Report.objects.exclude(pk=first.pk).get()
    assert first.number in looked
    assert "相似度" in looked
    assert (second.state, second.repeat_of_id) == (ReportState.KEPT, first.pk)


def test_a_report_that_the_clerk_may_not_see_is_never_a_likely_same_one(town):
    first = a_letter(town, LETTER, who="other_clerk").report
    client, typed = sit(town), filled()

    looked = page(client.post("/desk/register/letter", {**typed, "do": "look"}))
    refused = page(client.post("/desk/register/letter", {**typed, "like": str(first.pk)}))

    assert first.number not in looked
    assert "请从列出的来件中选择" in refused
    assert Report.objects.count() == 1


def test_what_belongs_to_the_superior_is_not_registered_here_unless_somebody_checked(town):
    client = sit(town)
    typed = filled(**{"people-0-name": "书记丙", "people-0-category": "town_leader"})

    stopped = page(client.post("/desk/register/letter", typed))
    client.post("/desk/register/letter", {**typed, "upward_checked": "on"})

    assert "按被反映人，本件应当报送上级" in stopped
    assert [each.organ for each in Report.objects.all()] == [town.organ]


def test_sealed_for_the_superior_this_office_keeps_an_envelope_only(town):
    client = sit(town)

    answer = client.post("/desk/register/letter", filled(do="superior", report_class="", main_issue=""))

    assert present_code(code_on(answer))
    assert [each.organ for each in Report.objects.all()] == [town.county]
    assert Envelope.objects.get().organ == town.organ
    assert "金丝雀" not in page(client.get("/desk/envelopes"))


@pytest.mark.parametrize("who", ["custodian", "admin", "analyst"])
def test_who_may_not_register_finds_no_screen(town, who):
    client = sit(town, who)

    assert client.get("/desk/register/letter").status_code == 403
    assert client.post("/desk/register/letter", filled()).status_code == 403
    assert Report.objects.count() == 0


def test_without_a_sitting_the_screen_asks_to_log_in(town, client):
    assert client.get("/desk/register/letter").url.startswith("/desk/login")


@pytest.mark.parametrize("rubbish", ["", "x", "-1", "99999"])
def test_a_forged_row_count_is_no_crash(town, rubbish):
    answer = sit(town).post("/desk/register/letter", filled(**{"people-TOTAL_FORMS": rubbish}))

    assert answer.status_code == 200


def test_a_forged_entry_number_is_an_error_and_no_crash(town):
    answer = sit(town).post("/desk/register/letter", filled(entry="x"))

    assert (answer.status_code, Report.objects.count()) == (200, 0)


def test_a_day_of_receipt_to_come_is_told_beside_the_day(town):
    answer = page(sit(town).post("/desk/register/letter", filled(received_on="2026-03-09")))

    assert Report.objects.count() == 0
    assert '<a href="#id_received_on">收到日期不能晚于今天</a>' in answer


def test_an_empty_letter_gives_one_box_with_all_that_is_missing(town):
    answer = page(sit(town).post("/desk/register/letter", filled(account="", report_class="", main_issue="")))

    assert answer.count('class="error-summary"') == 1
    assert "有 2 处需要改一下" in answer


def test_looking_again_takes_the_old_box_of_errors_away(town):
    answer = page(sit(town).post("/desk/register/letter", filled(do="look"), headers={"HX-Request": "true"}))

    assert '<div id="troubles" hx-swap-oob="true"></div>' in answer


def test_a_failed_log_in_does_not_say_that_the_pass_phrase_is_kept(town):
    typed = {"username": town.staff["clerk"].username, "passphrase": "wrong"}

    answer = page(Client().post("/desk/login", typed))

    assert "没有登录" in answer
    assert "您填的内容都还在" not in answer


def test_a_title_cut_from_the_account_says_so_wherever_it_stands(town):
    client = sit(town)
    client.post("/desk/register/letter", filled(title=""))

    cut = "金丝雀正文：二〇二五年五月，柳湾村三组的低保名单…"
    shown = [page(client.get(each)) for each in ("/desk/ledger", f"/desk/reports/{Report.objects.get().pk}")]
    assert [f">{cut}<" in each for each in shown] == [True, True]


def test_nothing_is_registered_before_the_proposals_were_shown(town):
    client, typed = sit(town), filled()
    hasty = {name: value for name, value in typed.items() if name not in ("report_class", "main_issue")}

    first = page(client.post("/desk/register/call", hasty))
    registered = Report.objects.count()
    client.post("/desk/register/call", typed)

    assert "还没有登记" in first
    assert "系统建议：" in first
    assert (registered, Report.objects.count()) == (0, 1)


def test_another_row_does_not_send_the_eye_past_the_errors_of_the_next_try(town):
    answer = page(sit(town).post("/desk/register/letter", filled(do="more_people")))

    assert '<form method="post" action="/desk/register/letter" class="entry"' in answer


def test_a_visit_told_in_sections_is_called_by_what_was_done(town):
    client = sit(town)
    sections = {"section_who": "双塘村会计", "section_what": "补贴少发了三十户", "account": "", "title": ""}

    client.post("/desk/register/visit", filled(**sections))

    assert ">补贴少发了三十户<" in page(client.get("/desk/ledger"))


@pytest.mark.parametrize(
    ("channel", "changes", "field"),
    [
        ("visit", {"reporters-1-name": "金丝雀二号", "reporters-TOTAL_FORMS": "2"}, "people_count"),
        ("letter", {"reporters-0-name": "", "reporters-0-phone": "", "reporters-0-address": ""}, "signing"),
        ("call", {"callback_on": "2020-01-02"}, "callback_on"),
        ("letter", {"account": f"{ACCOUNT}金丝雀姓名"}, "account"),
    ],
)
def test_a_refusal_that_one_field_mends_is_told_at_that_field(town, channel, changes, field):
    answer = page(sit(town).post(f"/desk/register/{channel}", filled(**changes)))

    assert Report.objects.count() == 0
    assert f'<a href="#id_{field}">' in answer


@pytest.mark.parametrize(
    ("channel", "way"), [("letter", "打印回执寄给"), ("visit", "现在就交给举报人"), ("call", "念给来电人")]
)
def test_how_the_code_reaches_the_reporter_follows_from_how_they_came(town, channel, way):
    assert way in page(sit(town).post(f"/desk/register/{channel}", filled()))

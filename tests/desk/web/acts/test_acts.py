"""Acts on a report as pages: each does one thing, says its article, and keeps what was typed."""

from dataclasses import replace

import pytest

from tests.desk.sitting import WEDNESDAY, page, sit
from tests.reception.township import (
    ANONYMOUS,
    LETTER,
    MONDAY,
    TUESDAY,
    a_letter,
    about_the_secretary,
    an_accepted,
    asked_to_take_over,
)
from tests.resolution.casework import a_clue
from yixian.assessment.queries import classification_of, decisions_on, matter_of, transfers_of
from yixian.desk.case import Case
from yixian.desk.web.dossier.next_steps import ACTS, PAGES
from yixian.protection.models import IdentityRequest
from yixian.reception.actions import accept_hand_over, accept_report
from yixian.reception.enums import (
    DeclineReason,
    HandOverReason,
    NoticeKind,
    ReopenGround,
    ReporterView,
    ReportState,
    Signing,
)
from yixian.reception.models import Message, Report
from yixian.regulations.counting import written
from yixian.roster.models import Department

CLOCK = "acceptance_notice"


def post(client, report, slug, key=None, **typed):
    tail = f"/{key}" if key is not None else ""
    return client.post(f"/desk/reports/{report.pk}/{slug}{tail}", typed)


def again(report: Report) -> Report:
    return Report.objects.get(pk=report.pk)


def to_the_handler(town, report) -> None:
    asked = asked_to_take_over(town, report, on=MONDAY)
    accept_hand_over(by=town["handler"], handling=asked, on=MONDAY)


def test_every_act_in_the_list_has_its_page():
    assert set(ACTS) - set(PAGES) == set()


@pytest.mark.parametrize("form", [form for form in ACTS if not form.about_one], ids=lambda form: form.slug)
def test_each_page_opens_with_its_article_for_the_chief(town, form):
    report = a_letter(town).report

    answer = sit(town, "chief").get(f"/desk/reports/{report.pk}/{form.slug.replace('_', '-')}")

    if form.stands(Case(town["chief"], again(report), WEDNESDAY)):
        assert form.label in page(answer)
        assert form.article() in page(answer)
    else:
        assert answer.url == f"/desk/reports/{report.pk}"


def test_accepting_starts_the_closing_limit_and_returns_to_the_dossier(town):
    report, client = a_letter(town).report, sit(town)

    answer = post(client, report, "accept")

    assert (answer.url, again(report).state) == (f"/desk/reports/{report.pk}", ReportState.ACCEPTED)
    assert "已受理，办理期限开始计算" in page(client.get(answer.url))


def test_declining_is_the_chief_s_and_the_refusal_stands_on_the_clerk_s_screen(town):
    report = a_letter(town).report
    typed = {"reason": DeclineReason.NO_SUBSTANCE}

    clerk = post(sit(town), report, "decline", **typed)
    post(sit(town, "chief"), report, "decline", **typed)

    assert (clerk.status_code, "“不予受理”由纪委书记办理" in page(clerk)) == (403, True)
    assert again(report).decline_reason == DeclineReason.NO_SUBSTANCE


def test_the_notice_is_issued_meets_its_clock_and_is_printed(town):
    report, client = an_accepted(town).report, sit(town)

    post(client, report, "notice", kind_=NoticeKind.ACCEPTANCE)

    notice = report.notices.get()
    address = f"/desk/reports/{report.pk}/notices/{notice.pk}"
    printed, kept = (client.post(address, {"as": way}) for way in ("pdf", "docx"))
    assert report.clocks.get(term_key=CLOCK).met_on is not None
    assert notice.number in page(client.get(f"/desk/reports/{report.pk}"))
    assert (printed.content[:5], kept.content[:2]) == (b"%PDF-", b"PK")
    assert "attachment" in printed["Content-Disposition"]


def test_a_declined_report_is_told_the_way_out(town):
    report, chief = a_letter(town).report, sit(town, "chief")
    post(chief, report, "decline", reason=DeclineReason.OTHER_ORGAN)

    without = page(post(chief, report, "notice", kind_=NoticeKind.DECLINE, body=""))
    post(chief, report, "notice", kind_=NoticeKind.DECLINE, body="请向县交通运输局反映。")

    assert "不得一推了之" in without
    assert report.notices.get().kind == NoticeKind.DECLINE


def test_the_promise_is_made_with_its_clock(town):
    report, client = a_letter(town).report, sit(town)

    post(client, report, "promise", office_words="每周告知一次进展", reporter_words="")

    assert report.notices.get().kind == NoticeKind.PROMISE
    assert report.clocks.filter(term_key="two_sided_promise").exists() or report.clocks.count() == 2


def test_a_hand_over_is_asked_and_taken(town):
    report, handler = a_letter(town).report, sit(town, "handler")
    post(sit(town), report, "hand-over", to=town.staff["handler"].pk, why=HandOverReason.LOAD)
    asked = page(handler.get(f"/desk/reports/{report.pk}"))

    post(handler, report, "accept-hand-over")

    owner = again(report).handlings.get(until_on=None)
    assert "接手承办" in asked
    assert (owner.staff, owner.accepted_on) == (town.staff["handler"], WEDNESDAY)


def test_the_reported_person_cannot_be_asked_and_the_choice_is_kept(town):
    report = about_the_secretary(town).report

    answer = page(post(sit(town), report, "hand-over", to=town.staff["reported"].pk, why=HandOverReason.LOAD))

    assert "应当回避，不得承办该来件" in answer
    assert f'<option value="{town.staff["reported"].pk}" selected>' in answer


def test_a_refused_hand_over_leaves_the_owner(town):
    report = a_letter(town).report
    post(sit(town), report, "hand-over", to=town.staff["handler"].pk, why=HandOverReason.LOAD)

    post(sit(town, "handler"), report, "refuse-hand-over")

    assert again(report).handler_ids() == {town.staff["clerk"].pk}


def test_a_repeat_is_kept_by_the_number_of_the_first(town):
    first, second = a_letter(town).report, a_letter(town).report
    client = sit(town)

    unknown = page(post(client, second, "keep-as-repeat", number="2026-9999"))
    post(client, second, "keep-as-repeat", number=first.number)

    assert "没有找到您可以查看的这一编号" in unknown
    assert again(second).repeat_of == first


def test_the_class_is_decided_anew_and_the_earlier_one_stays(town):
    report, client = a_letter(town).report, sit(town)
    typed = {"report_class": "accusation", "main_issue": "lifestyle", "second_issue": "", "note": ""}

    missing = page(post(client, report, "classify", **{**typed, "main_issue": "", "note": "我的说明"}))
    post(client, report, "classify", **typed)
    post(client, report, "classify", **{**typed, "report_class": "appeal", "main_issue": ""})

    assert "检举控告须选定主要问题" in missing
    assert "我的说明" in missing
    now = classification_of(report.pk)
    assert (now.report_class, now.supersedes.main_issue) == ("appeal", "lifestyle")


def test_another_jurisdiction_than_the_table_s_needs_a_reason(town):
    report, client = a_letter(town).report, sit(town)

    without = page(post(client, report, "jurisdiction", decision="transfer_sideways", reason=""))
    post(client, report, "jurisdiction", decision="transfer_sideways", reason="涉及邻镇")

    assert "请写明理由" in without
    assert [each.decision for each in decisions_on(report.pk)] == ["transfer_sideways"]


def test_reports_are_joined_to_a_matter_and_taken_out_again(town):
    first, second = a_letter(town).report, a_letter(town).report
    client = sit(town)
    post(client, first, "open-matter", title="柳湾村低保")
    matter = matter_of(first.pk)

    offered = page(client.get(f"/desk/reports/{second.pk}/link"))
    post(client, second, "link", matter=str(matter.pk), number="")
    joined = matter_of(second.pk)
    post(client, second, "unlink")

    assert "相似度" in offered
    assert (joined, matter_of(second.pk)) == (matter, None)


def test_a_matter_that_the_officer_may_not_see_is_not_found_by_its_number(town):
    hidden = about_the_secretary(town).report
    post(sit(town, "chief"), hidden, "open-matter", title="柳湾村")
    own = a_letter(town, ANONYMOUS, who="relative").report

    answer = page(post(sit(town, "relative"), own, "link", number=matter_of(hidden.pk).number))

    assert "请从上面选一个事项，或者写对事项编号" in answer
    assert matter_of(own.pk) is None


def test_a_report_is_referred_out_with_a_letter_seen_before_it_is_sent(town):
    bureau = Department.objects.create(organ=town.county, name="县交通运输局", field="交通运输")
    report = a_letter(town, ANONYMOUS).report
    to_the_handler(town, report)
    typed = {
        "kind_": "refer_out",
        "receiver": f"department:{bureau.pk}",
        "summary": "反映村道没有修完",
        "reason": "属于交通主管部门职责",
    }
    client = sit(town, "handler")

    seen = page(post(client, report, "transfer", **typed, do="preview"))
    post(client, report, "transfer", **typed)

    assert "信访事项转送函" in seen
    assert "反映村道没有修完" in seen
    assert (again(report).state, transfers_of(report.pk).get().receiver) == (
        ReportState.PASSED_ON,
        "县交通运输局",
    )


def test_a_letter_that_quotes_the_reporter_is_refused_and_stays_on_the_page(town):
    bureau = Department.objects.create(organ=town.county, name="县交通运输局", field="交通运输")
    report = a_letter(town, ANONYMOUS).report
    to_the_handler(town, report)

    answer = page(
        post(
            sit(town, "handler"),
            report,
            "transfer",
            kind_="refer_out",
            receiver=f"department:{bureau.pk}",
            summary=LETTER.account,
            reason="属于其职责",
        )
    )

    assert "会暴露举报人" in answer
    assert again(report).state == ReportState.REGISTERED
    assert "属于其职责" in answer


def test_the_answer_of_the_receiver_is_recorded(town):
    bureau = Department.objects.create(organ=town.county, name="县交通运输局", field="交通运输")
    report = a_letter(town, ANONYMOUS).report
    to_the_handler(town, report)
    client = sit(town, "handler")
    typed = {"kind_": "refer_out", "receiver": f"department:{bureau.pk}", "summary": "路", "reason": "职责"}
    post(client, report, "transfer", **typed)
    transfer = transfers_of(report.pk).get()

    without = page(post(client, report, "transfer-refused", transfer.pk, note=""))
    post(client, report, "transfer-refused", transfer.pk, note="不属于本局职责")

    assert "请填写退回的理由" in without
    assert again(report).state == ReportState.ACCEPTED
    late = post(client, report, "transfer-accepted", transfer.pk, note="对方来电说已收到")
    assert (late.status_code, "对方来电说已收到" in page(late)) == (409, True)


def test_more_time_is_asked_by_one_and_decided_by_another(town):
    report = an_accepted(town).report
    clock = report.clocks.exclude(term_key=CLOCK).get()
    clerk, chief = sit(town), sit(town, "chief")
    post(clerk, report, "ask-extension", clock.pk, reason="complex", until="2026-08-03", note="需要调取账目")
    change = clock.changes.get()
    asked = page(chief.get("/desk/"))
    seen = page(chief.get(f"/desk/reports/{report.pk}/decide-clock-change/{change.pk}"))

    own = post(clerk, report, "decide-clock-change", change.pk, decision="approve")
    post(chief, report, "decide-clock-change", change.pk, decision="approve")

    assert own.status_code == 403
    assert "审批延期" in asked
    assert "需要调取账目" in seen
    change.refresh_from_db()
    assert (change.approved, clock.report.clocks.get(pk=clock.pk).extended) == (True, 1)


def test_whoever_decides_sees_the_present_day_and_that_the_one_asked_for_has_passed(town, settings):
    report = an_accepted(town).report
    clock = report.clocks.exclude(term_key=CLOCK).get()
    post(sit(town), report, "ask-extension", clock.pk, reason="complex", until="2026-08-03", note="")
    address = f"/desk/reports/{report.pk}/decide-clock-change/{clock.changes.get().pk}"
    before = page(sit(town, "chief").get(address))
    settings.YIXIAN_TODAY = settings.YIXIAN_TODAY.replace(month=8, day=4)

    after = page(sit(town, "chief").get(address))

    assert f"现在的届满日是{written(clock.due_on)}。" in before
    assert ["申请延至的日子已经过去" in shown for shown in (before, after)] == [False, True]


def refused(town, reason="取证已经完成，没有延期的必要"):
    """An extension that the clerk asked for and the chief did not grant."""
    report = an_accepted(town).report
    clock = report.clocks.exclude(term_key=CLOCK).get()
    post(sit(town), report, "ask-extension", clock.pk, reason="complex", until="2026-08-03", note="")
    address = f"/desk/reports/{report.pk}/decide-clock-change/{clock.changes.get().pk}"
    return report, sit(town, "chief").post(address, {"decision": "refuse", "why_not": reason})


def test_whoever_asked_for_more_time_is_told_why_not(town):
    report, _ = refused(town)

    today, shown = page(sit(town).get("/desk/")), page(sit(town).get(f"/desk/reports/{report.pk}"))

    assert "延期没有批准" in today
    assert "取证已经完成" not in today
    assert "没有批准" in shown
    assert "取证已经完成，没有延期的必要" in shown


def test_a_refusal_without_its_reason_is_not_taken(town):
    report, answer = refused(town, reason="")

    assert "不批准的，请写明理由" in page(answer)
    assert report.clocks.exclude(term_key=CLOCK).get().changes.get().decided_on is None


def test_what_two_chiefs_decide_at_once_is_decided_once_and_the_words_of_the_other_kept(town):
    report, _ = refused(town)
    change = report.clocks.exclude(term_key=CLOCK).get().changes.get()

    late = post(
        sit(town, "deputy"),
        report,
        "decide-clock-change",
        change.pk,
        decision="refuse",
        why_not="请再补充材料",
    )

    assert (late.status_code, "请再补充材料" in page(late)) == (409, True)
    assert "没有找到这一页" not in page(late)


def test_a_clock_is_stopped_and_resumed(town, settings):
    report = an_accepted(town).report
    clock = report.clocks.exclude(term_key=CLOCK).get()
    clerk, chief = sit(town), sit(town, "chief")
    post(clerk, report, "ask-suspension", clock.pk, reason="expertise", note="")
    post(chief, report, "decide-clock-change", clock.changes.get().pk, decision="approve")
    settings.YIXIAN_TODAY = settings.YIXIAN_TODAY.replace(day=14)

    post(clerk, report, "resume-clock", clock.pk, reason="expertise")

    resumed = report.clocks.get(pk=clock.pk)
    assert (resumed.suspended_on, resumed.due_on > clock.due_on) == (None, True)


def test_a_clock_of_another_report_is_not_found(town):
    report, other = an_accepted(town).report, an_accepted(town).report
    clock = other.clocks.exclude(term_key=CLOCK).get()

    answer = post(sit(town), report, "ask-extension", clock.pk, reason="complex")

    assert (answer.status_code, clock.changes.count()) == (302, 0)


def test_the_office_and_the_reporter_write_to_each_other(town):
    report, client = a_letter(town).report, sit(town)

    empty = page(client.post(f"/desk/reports/{report.pk}/letters", {"kind": "question", "text": ""}))
    client.post(f"/desk/reports/{report.pk}/letters", {"kind": "question", "text": "一共多少户？"})

    assert "请填写正文" in empty
    assert "一共多少户？" in page(client.get(f"/desk/reports/{report.pk}/letters"))
    assert Message.objects.count() == 1


def test_the_result_is_told_and_the_reporter_s_view_recorded_and_reopened(town):
    report, clerk = an_accepted(town).report, sit(town)
    post(clerk, report, "feedback", way="letter", text="经核实，部分属实。")

    without = page(post(clerk, report, "view", view=ReporterView.NEW_EVIDENCE, note=""))
    post(clerk, report, "view", view=ReporterView.NEW_EVIDENCE, note="提供了收据")
    post(sit(town, "chief"), report, "reopen", ground=ReopenGround.EVIDENCE, reason="收据与原来的账不符。")

    assert "有异议的应当记录并作出说明" in without
    assert again(report).state == ReportState.ACCEPTED


def test_an_anonymous_reporter_is_answered_by_code_only(town):
    report, client = an_accepted(town, ANONYMOUS).report, sit(town)

    shown = page(client.get(f"/desk/reports/{report.pk}/feedback"))
    forged = page(post(client, report, "feedback", way="call", text="结果"))

    assert "不得查找举报人" in shown
    assert "请从列出的选项中选择" in forged
    assert again(report).state == ReportState.ACCEPTED


def test_a_signature_is_verified(town):
    report = a_letter(town, replace(LETTER, signing=Signing.UNVERIFIED)).report

    post(sit(town), report, "verify-signing")

    assert again(report).signing == Signing.REAL_NAME


def test_a_withdrawal_is_recorded_and_ends_nothing(town):
    report = an_accepted(town).report

    post(sit(town), report, "withdrawal", reason="家人不放心")

    assert (again(report).state, again(report).withdrawn_on is not None) == (ReportState.ACCEPTED, True)


def test_identity_is_asked_for_with_a_reason(town):
    report, client = a_letter(town).report, sit(town)

    short = page(post(client, report, "request-identity", reason="看看"))
    post(client, report, "request-identity", reason="需要当面核对收据原件")

    assert "理由" in short
    assert IdentityRequest.objects.get().subject == report.trail_subject


def test_a_report_is_sent_up_as_an_envelope(town):
    report = a_letter(town).report

    answer = post(sit(town), report, "send-up")

    assert answer.url == "/desk/"
    assert again(report).organ == town.county


@pytest.mark.parametrize("slug", ["accept", "classify", "hand-over", "letters", "request-identity"])
@pytest.mark.parametrize("who", ["reported", "relative", "other_clerk"])
def test_nobody_else_finds_an_act_on_it(town, slug, who):
    report = about_the_secretary(town).report
    client = sit(town, who)

    assert client.get(f"/desk/reports/{report.pk}/{slug}").status_code == 404
    assert client.post(f"/desk/reports/{report.pk}/{slug}", {}).status_code == 404


def test_declaring_recusal_closes_the_report_to_oneself_at_once(town):
    report, client = a_letter(town).report, sit(town)

    answer = post(client, report, "declare-recusal", ground="interest")

    assert answer.url == "/desk/"
    assert client.get(f"/desk/reports/{report.pk}").status_code == 404


def test_nobody_can_ask_who_wrote_an_anonymous_report(town):
    report = a_letter(town, ANONYMOUS).report

    answer = page(post(sit(town), report, "request-identity", reason="想知道是谁写的信"))

    assert "这一步不能办理" in answer
    assert IdentityRequest.objects.count() == 0


def test_a_result_told_before_the_clue_is_closed_is_asked_to_be_looked_at_twice(town):
    clue = a_clue(town)
    report = clue.matter.links.get().report
    other = a_letter(town).report
    accept_report(by=town["chief"], report=other, on=TUESDAY)

    early, plain = (
        page(sit(town, "chief").get(f"/desk/reports/{each.pk}/feedback")) for each in (report, other)
    )

    assert ["请核对以后再反馈" in shown for shown in (early, plain)] == [True, False]

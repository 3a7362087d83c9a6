"""Today: what is mine, due and new."""

from datetime import date

from tests.reception.scanned import a_scan
from tests.reception.township import (
    LETTER,
    MONDAY,
    SUBMISSION,
    TUESDAY,
    WEDNESDAY,
    a_letter,
    a_web_report,
    about_the_secretary,
    an_opened_box,
    asked_to_take_over,
    holder_of,
)
from tests.resolution.actions.test_filing import closed, put_away
from tests.resolution.casework import a_closed_matter, a_proposal, an_archived_report, an_outcome, concluding
from yixian.desk.duties import duties_of
from yixian.protection.actions import make_code
from yixian.reception.actions import (
    record_view,
    register_letter,
    rule_on_objection,
    write_as_reporter,
)
from yixian.reception.enums import MessageKind, ReopenGround, ReporterView
from yixian.reception.models import Handling
from yixian.regulations.classes import Disposal as DisposalKind
from yixian.resolution.actions import (
    ReopeningFacts,
    decide_disposal,
    decide_outcome,
    renew_clue,
    reopen_handling,
)
from yixian.resolution.models import Clue
from yixian.roster.models import Staff

DUE = date(2026, 3, 23)


def test_a_clock_that_presses_is_listed_with_its_title_and_a_calm_one_is_not(town):
    report = a_letter(town).report

    calm, pressing = duties_of(town["clerk"], TUESDAY), duties_of(town["clerk"], DUE)

    assert calm.due == []
    assert [(line.number, line.title, line.due.grade) for line in pressing.due] == [
        (report.number, LETTER.title, "due")
    ]


def test_my_reports_are_listed_with_their_next_date_however_far(town):
    report = a_letter(town).report

    mine = duties_of(town["clerk"], TUESDAY).mine

    assert [(line.report, line.title, line.due.on) for line in mine] == [(report, LETTER.title, DUE)]
    assert duties_of(town["other_clerk"], TUESDAY).mine == []


def test_what_waits_in_the_inbox_is_counted_with_its_oldest_day(town):
    a_web_report(town)

    found = duties_of(town["clerk"], TUESDAY)

    assert (len(found.inbox), found.oldest_in_inbox) == (1, MONDAY)


def test_a_hand_over_waits_for_the_person_asked_alone(town):
    report = a_letter(town).report
    asked_to_take_over(town, report)

    waiting = {
        who: [(line.what, line.by) for line in duties_of(town[who], TUESDAY).waiting]
        for who in ("handler", "clerk")
    }

    assert waiting == {"handler": [("接手承办", "接访甲")], "clerk": []}


def test_a_box_waits_for_its_witness(town):
    an_opened_box(town)

    assert [line.what for line in duties_of(town["handler"], TUESDAY).waiting] == ["确认开箱记录"]


def test_a_letter_of_retaliation_is_urgent_and_stands_with_the_chief_alone(town):
    for kind in (MessageKind.FURTHER, MessageKind.RETALIATION):
        registered = register_letter(by=town["clerk"], facts=LETTER, code=make_code(), on=MONDAY)
        write_as_reporter(by=holder_of(registered.code), text="有人来问", kind=kind, on=TUESDAY)

    letters = {who: duties_of(town[who], WEDNESDAY).letters for who in ("chief", "clerk")}

    assert {who: [(line.message.kind, line.urgent) for line in lines] for who, lines in letters.items()} == {
        "chief": [(MessageKind.RETALIATION, True)],
        "clerk": [(MessageKind.FURTHER, False)],
    }


def test_the_reported_person_has_nothing_of_it_today(town):
    about_the_secretary(town)
    a_web_report(town, SUBMISSION)

    reported = duties_of(town["reported"], DUE)

    assert (reported.due, reported.mine, reported.waiting) == ([], [], [])


def test_whoever_meets_no_reports_has_an_empty_day_and_opens_nothing(town):
    a_letter(town)

    found = duties_of(town["analyst"], DUE)

    assert (found.due, found.mine, found.inbox, found.registers) == ([], [], [], False)


def test_a_scanned_letter_waits_with_whoever_scanned_it(town):
    scan = a_scan(town)

    (line,) = duties_of(town["clerk"], WEDNESDAY).waiting

    assert (line.what, line.about, line.since) == ("登记扫描的来信", "1页，已校对0页", MONDAY)
    assert line.href == f"/desk/scans/{scan.pk}"
    assert duties_of(town["other_clerk"], WEDNESDAY).waiting == []


REMINDERS = ("每月排查", "每季度联席会诊")


def asked_of(town, who):
    """What waits, beside the meetings, of which chief and clerk are reminded until they are held."""
    return [line for line in duties_of(town[who], WEDNESDAY).waiting if line.what not in REMINDERS]


def test_what_another_person_decided_comes_back_to_whoever_has_the_next_word(town):
    clue = concluding(town)
    waits = {who: [line.what for line in asked_of(town, who)] for who in ("handler", "deputy")}
    outcome = an_outcome(town, clue, clue.matter.links.get().report.people.get().pk)

    asked = [line.what for line in asked_of(town, "handler")]
    decide_outcome(by=town["chief"], outcome=outcome, approved=True, on=WEDNESDAY)
    decided = [(line.what, line.href) for line in asked_of(town, "handler")]

    assert waits == {"handler": ["提出处理结果、了结"], "deputy": []}
    assert asked == []
    assert decided == [("提出处理结果、了结", f"/desk/clues/{clue.pk}")]


def test_what_was_returned_comes_back_to_whoever_proposed_it(town):
    proposal = a_proposal(town, DisposalKind.CLOSED)
    decide_disposal(by=town["chief"], disposal=proposal, approved=False, note="内容具体", on=WEDNESDAY)

    waiting = {who: [line.what for line in asked_of(town, who)] for who in ("deputy", "chief")}

    assert waiting == {"deputy": ["处置意见已退回，重新提出"], "chief": []}


def lines_of(town, *people):
    return {who: [(line.what, line.about) for line in asked_of(town, who)] for who in people}


def test_an_objection_waits_for_whoever_may_rule_and_then_for_the_second_handling(town):
    report, people = a_closed_matter(town).links.get().report, ("chief", "deputy", "clerk", "handler")
    told, about, clue = report.feedbacks.get(), f"来件{report.number}", Clue.objects.get()
    record_view(by=town["deputy"], feedback=told, view=ReporterView.OBJECTION, note="账不全", on=WEDNESDAY)
    objected = lines_of(town, *people)
    rule_on_objection(by=town["deputy"], feedback=told, upheld=True, reason="您说得对。", on=WEDNESDAY)
    upheld = lines_of(town, *people)
    facts = ReopeningFacts(ground=ReopenGround.OBJECTION, reason="没有核对第二本账")
    reopen_handling(by=town["chief"], report=report, facts=facts, on=WEDNESDAY)
    reopened = lines_of(town, *people)
    renew_clue(by=town["chief"], clue=clue, questions="第二本账记了什么", on=WEDNESDAY)

    ruling, again = [("审查异议", about)], [("重新办理：异议成立", about)]
    renew = [("已重新办理，需要再查的重新核实", f"线索（{clue.code}）")]
    nobody = {who: [] for who in people}
    assert objected == nobody | {"deputy": ruling}
    assert upheld == nobody | {"chief": again, "deputy": again}
    assert reopened == nobody | {"chief": renew, "deputy": renew}
    assert lines_of(town, *people) == nobody


def test_the_only_chief_is_asked_to_hand_over_before_the_objection_is_judged(town):
    report = an_archived_report(town)
    Handling.objects.update(staff_id=town["chief"].staff_id)
    told = report.feedbacks.get()
    record_view(by=town["deputy"], feedback=told, view=ReporterView.OBJECTION, note="账不全", on=WEDNESDAY)
    with_another = lines_of(town, "chief")
    Staff.objects.filter(pk=town["deputy"].staff_id).update(is_active=False)

    asked = lines_of(town, "chief")

    assert with_another == {"chief": []}
    assert asked == {"chief": [("举报人有异议，先移交承办再审查", f"来件{report.number}")]}


def test_late_filing_waits_as_one_line_that_leads_to_the_year(town):
    matter = closed(town)

    def lines(on, who="clerk"):
        return [(each.about, each.since) for each in duties_of(town[who], on).waiting if each.what == "归档"]

    assert lines(date(2027, 6, 30)) == []
    assert lines(date(2027, 7, 1)) == [("1个办结的事项过了归档的日子", date(2027, 6, 30))]
    assert lines(date(2027, 7, 1), "analyst") == []
    put_away(town, matter)
    assert lines(date(2027, 7, 1)) == []

"""乡案县审 at the desk: asked on the clue's page, taken and answered at the county, read by the township."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.desk.sitting import page, sit
from tests.reception.township import WEDNESDAY, Township
from tests.resolution.reviewing import CONTENT, answered, asked, taken, to_be_filed
from tests.toolkit.files.samples import jpeg
from yixian.resolution.enums import ClueState, ReviewState
from yixian.resolution.models import Clue, CountyReview
from yixian.roster.models import RoleGrant


def clue_page(report) -> str:
    return f"/desk/clues/{report.clue_id}"


def test_a_township_asks_and_lands_on_the_review(town):
    report, lead = to_be_filed(town), sit(town, "handler")

    shown = page(lead.get(clue_page(report)))
    answer = lead.post(f"{clue_page(report)}/ask-county-review", {"words": "拟立案。", "way": "system"})

    review = CountyReview.objects.get()
    assert "报请县审" in shown
    assert answer.url == f"/desk/county-reviews/{review.uid}"
    assert "待县纪委接审" in page(lead.get(answer.url))


def test_words_that_are_missing_are_asked_for_and_the_choice_is_kept(town):
    report, lead = to_be_filed(town), sit(town, "handler")

    answer = page(lead.post(f"{clue_page(report)}/ask-county-review", {"words": " ", "way": "paper"}))

    assert CountyReview.objects.count() == 0
    assert 'value="paper"' in answer
    assert "checked" in answer.partition('value="paper"')[2][:80]


def test_without_the_county_in_the_installation_there_is_only_paper(town):
    RoleGrant.objects.filter(staff__organ=town.county).update(revoked_on=WEDNESDAY)
    report, lead = to_be_filed(town), sit(town, "handler")

    shown = page(lead.get(f"{clue_page(report)}/ask-county-review"))
    lead.post(f"{clue_page(report)}/ask-county-review", {"words": "拟立案。"})

    assert "县纪委监委不在本系统，请书面报送" in shown
    assert CountyReview.objects.get().state == ReviewState.ON_PAPER


def test_the_chief_reads_that_the_county_comes_first(town):
    report, chief = to_be_filed(town), sit(town, "chief")

    today = page(chief.get("/desk/"))
    form = page(chief.get(f"{clue_page(report)}/decide-report"))
    refused = page(chief.post(f"{clue_page(report)}/decide-report", {"verdict": "approve", "note": "同意"}))

    assert "审批核查报告（先报县审）" in today
    assert "请先“报请县审”" in form
    assert "县审同意以后再批准" in refused
    assert Clue.objects.get().state == ClueState.REPORTED


def test_it_waits_on_the_countys_page_of_today_until_it_is_answered(town):
    review, county = asked(town), sit(town, "county_chief")
    address = f"/desk/county-reviews/{review.uid}"

    before = page(county.get("/desk/"))
    unread = page(county.get(address))
    county.post(f"{address}/take-county-review")
    material = page(county.get(address))
    county.post(f"{address}/answer-county-review", {"answer": "agreed", "words": "同意立案。"})
    after = page(county.get("/desk/"))

    assert "接审：乡案县审" in before
    assert CONTENT not in unread
    assert "请看有无应当回避的情形" in unread
    assert CONTENT in material
    assert "金丝雀" not in material
    assert "乡案县审" not in after
    assert CountyReview.objects.get().state == ReviewState.AGREED


def test_an_answer_without_words_is_refused_with_what_was_chosen(town):
    review, county = taken(town), sit(town, "county_chief")

    shown = page(
        county.post(
            f"/desk/county-reviews/{review.uid}/answer-county-review", {"answer": "more", "words": ""}
        )
    )

    assert CountyReview.objects.get().state == ReviewState.TAKEN
    assert "checked" in shown.partition('value="more"')[2][:80]


def test_the_township_reads_the_answer_and_the_chief_approves(town):
    review, chief = answered(town), sit(town, "chief")

    today = page(chief.get("/desk/"))
    shown = page(chief.get(f"/desk/county-reviews/{review.uid}"))
    chief.post(f"{clue_page(review.report)}/decide-report", {"verdict": "approve", "note": "同意"})

    assert "审批核查报告（县审同意）" in today
    assert "事实清楚，同意立案。" in shown
    assert Clue.objects.get().state == ClueState.CONCLUDING


def test_a_paper_is_recorded_and_its_scan_opened(town):
    review, lead = asked(town, on_paper=True), sit(town, "handler")
    address = f"/desk/county-reviews/{review.uid}"
    scan = SimpleUploadedFile("意见.jpg", jpeg(), content_type="image/jpeg")

    lead.post(
        f"{address}/record-county-opinion",
        {
            "answer": "agreed",
            "number": "云纪审〔2026〕5号",
            "dated_on": "2026-03-04",
            "words": "同意。",
            "file": scan,
        },
    )

    assert "云纪审〔2026〕5号" in page(lead.get(address))
    assert lead.get(f"{address}/paper").status_code == 200


def test_nobody_else_of_the_county_finds_it(town):
    review = asked(town)

    answers = {
        who: sit(town, who).get(f"/desk/county-reviews/{review.uid}").status_code
        for who in ("county_clerk", "supervisor", "county_admin")
    }

    assert answers == {"county_clerk": 403, "supervisor": 403, "county_admin": 403}


def lines(client) -> int:
    with CaptureQueriesContext(connection) as asked_for:
        client.get("/desk/county-reviews")
    return len(asked_for)


def sent(town: Township) -> None:
    asked(town)


def test_the_lists_ask_as_often_for_three_as_for_one(town):
    county, lead = sit(town, "county_chief"), sit(town, "handler")
    sent(town)
    one = lines(county), lines(lead)
    sent(town)
    sent(town)

    assert (lines(county), lines(lead)) == one
    assert page(county.get("/desk/county-reviews")).count("row-link") == 3


def test_an_empty_list_says_what_will_be_here(town):
    assert "还没有报来的县审" in page(sit(town, "county_chief").get("/desk/county-reviews"))
    assert "还没有报过县审" in page(sit(town, "chief").get("/desk/county-reviews"))

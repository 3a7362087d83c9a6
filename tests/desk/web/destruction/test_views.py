"""鉴定销毁 from the browser: drawn up, appraised blind, approved, watched, carried out; what pages say afterwards."""

import io

import pytest
from openpyxl import load_workbook

from tests.desk.sitting import page, sit
from tests.reception.township import LETTER, REPORTER
from tests.resolution.actions.test_exporting import worked
from tests.resolution.actions.test_filing import closed, put_away
from tests.resolution.casework import ABOUT_SECRETARY
from tests.resolution.disposing import OVER, agreed, appraised, approved, destroyed, drawn_up, watched
from yixian.reception.models import Report
from yixian.resolution.enums import DestructionState
from yixian.resolution.models import Clue, DestructionList, Hold
from yixian.roster.models import RoleGrant

HOME = "/desk/archive/destruction"


@pytest.fixture(autouse=True)
def _long_after(settings):
    settings.YIXIAN_TODAY = OVER


def address(listing, act: str = "") -> str:
    return f"{HOME}/{listing.uid}{act and f'/{act}'}"


def said(listing, opinion="destroy", why="") -> dict[str, str]:
    rows = listing.files.filter(state="waiting").order_by("position")
    return {f"say_{each.uid.hex}": opinion for each in rows} | {f"why_{each.uid.hex}": why for each in rows}


def test_an_empty_office_is_told_what_will_stand_here(town):
    shown = page(sit(town).get(HOME))

    assert "没有期满待鉴定的卷宗" in shown
    assert "编制销毁清册" not in shown


def test_the_clerk_draws_up_what_is_past_its_term(town):
    file = put_away(town, closed(town))
    client = sit(town)

    assert f'href="{HOME}"' in page(client.get("/desk/archive"))
    shown = page(client.get(f"{HOME}/draw-up"))
    answer = client.post(f"{HOME}/draw-up", {f"go_{file.uid.hex}": "take"})

    listing = DestructionList.objects.get()
    assert (f"{file.number}　低保发放" in shown, answer.headers["Location"]) == (True, address(listing))
    assert "销毁〔2057〕1号" in page(client.get(HOME))
    assert REPORTER.name not in page(client.get(address(listing)))


def test_leaving_out_without_a_reason_keeps_what_was_chosen(town):
    first, second = put_away(town, closed(town)), put_away(town, closed(town), piece=2)
    typed = {
        f"go_{first.uid.hex}": "leave",
        f"go_{second.uid.hex}": "leave",
        f"why_{second.uid.hex}": "近期可能查考",
    }

    shown = page(sit(town).post(f"{HOME}/draw-up", typed))

    assert f"{first.number}不列入的理由：请写明理由" in shown
    assert "近期可能查考</textarea>" in shown
    assert DestructionList.objects.count() == 0


def test_an_office_with_too_few_people_reads_what_to_do(town):
    put_away(town, closed(town))
    few = [town.staff[each].pk for each in ("clerk", "chief")]
    RoleGrant.objects.exclude(staff__in=few).update(revoked_on=OVER)
    client = sit(town)

    for where in (HOME, f"{HOME}/draw-up"):
        assert "请上级纪委监委派人" in page(client.get(where))


def test_two_appraise_and_neither_reads_the_other_before(town):
    put_away(town, closed(town))
    listing = drawn_up(town)
    first, second = sit(town, "handler"), sit(town, "deputy")

    first.post(address(listing, "appraise-files"), said(listing, "10", "可能有申诉"))

    for blind in (second, sit(town, "chief"), sit(town)):
        shown = page(blind.get(address(listing)))
        assert ("可能有申诉" in shown, "承办乙" in shown) == (False, False)
    assert "可能有申诉" in page(first.get(address(listing)))
    second.post(address(listing, "appraise-files"), said(listing))
    assert "可能有申诉" in page(second.get(address(listing)))
    assert DestructionList.objects.get().state == DestructionState.REVIEWED


def test_keeping_without_a_reason_is_told_beside_what_was_chosen(town):
    file = put_away(town, closed(town))
    listing = drawn_up(town)

    shown = page(sit(town, "handler").post(address(listing, "appraise-files"), said(listing, "20")))

    assert f"{file.number}的理由：继续保存的，请写明理由" in shown
    assert 'value="20"' in shown
    assert "checked" in shown


def test_from_approval_to_the_end_in_the_browser(town):
    put_away(town, closed(town))
    listing = agreed(town)

    sit(town, "chief").post(address(listing, "approve-destruction"))
    for who in ("handler", "deputy"):
        sit(town, who).post(address(listing, "attend-destruction"))
    client = sit(town)
    unsure = page(client.post(address(listing, "carry-out-destruction"), {}))
    client.post(address(listing, "carry-out-destruction"), {"sure": "on"})

    shown = page(client.get(address(listing)))
    assert "请勾选" in unsure
    assert "已按规定销毁" in shown
    assert "监销到场" in shown


def test_without_witnesses_nothing_happens(town):
    put_away(town, closed(town))
    listing = approved(town)

    shown = page(sit(town).post(address(listing, "carry-out-destruction"), {"sure": "on"}))

    assert "今天登记到场的有0人" in shown
    assert DestructionList.objects.get().state == DestructionState.APPROVED


def test_the_list_is_a_paper(town):
    put_away(town, closed(town))
    listing = drawn_up(town)

    answer = sit(town).post(address(listing, "print-destruction-list"), {"do": "pdf"})

    assert answer["Content-Type"] == "application/pdf"


def test_who_must_not_know_of_a_file_finds_no_list(town):
    put_away(town, closed(town, ABOUT_SECRETARY))
    listing = drawn_up(town)

    for who in ("reported", "relative", "colleague"):
        client = sit(town, who)
        assert client.get(address(listing)).status_code == 404
        assert "销毁〔2057〕1号" not in page(client.get(HOME))


def test_today_asks_each_in_turn(town):
    put_away(town, closed(town))

    def asked(who: str) -> list[str]:
        shown = page(sit(town, who).get("/desk/"))
        return [each for each in ("鉴定期满卷宗", "批准销毁清册", "监销到场", "执行销毁") if each in shown]

    listing = drawn_up(town)
    assert [asked(who) for who in ("clerk", "handler")] == [[], ["鉴定期满卷宗"]]
    appraised(town, listing, "handler")
    appraised(town, listing, "deputy")
    assert [asked(who) for who in ("chief", "deputy")] == [["批准销毁清册"], []]


def test_today_asks_for_witnesses_and_the_drafter(town):
    put_away(town, closed(town))
    listing = approved(town)

    shown = {who: page(sit(town, who).get("/desk/")) for who in ("clerk", "handler")}
    assert ("执行销毁" in shown["clerk"], "监销到场" in shown["handler"]) == (True, True)
    watched(town, listing)

    assert "监销到场" not in page(sit(town, "other_clerk").get("/desk/"))


def test_pages_of_a_destroyed_record_say_so_and_none_breaks(town):
    file = worked(town)
    report, clue = Report.objects.get(), Clue.objects.get()
    destroyed(town)
    client = sit(town, "chief")

    dossier = page(client.get(f"/desk/reports/{report.pk}"))
    assert ("已按规定销毁" in dossier, file.number in dossier, LETTER.title in dossier) == (True, True, False)
    assert client.get(f"/desk/matters/{file.matter_id}").headers["Location"] == f"/desk/reports/{report.pk}"
    for gone in (f"/desk/clues/{clue.pk}", f"/desk/reports/{report.pk}/hand-over"):
        answer = client.get(gone)
        assert (answer.status_code, "已按规定销毁" in page(answer)) == (410, True)
    for kept in (
        "/desk/",
        "/desk/archive",
        "/desk/ledger",
        "/desk/clues",
        "/desk/search?q=2026-0001",
        f"/desk/archive/files/{file.uid}",
        f"/desk/matters/{file.matter_id}/plan",
    ):
        answer = client.get(kept)
        assert (kept, answer.status_code) == (kept, 200)
    assert "随<a href=" in page(client.get(f"/desk/archive/files/{file.uid}"))
    assert Hold.objects.count() == 0


def test_the_exported_ledger_says_it_in_the_place_of_the_title(town):
    worked(town)
    destroyed(town)

    answer = sit(town, "chief").post("/desk/ledger/export", {})

    sheet = load_workbook(io.BytesIO(b"".join(answer))).active
    cells = {str(cell.value) for line in sheet.iter_rows() for cell in line}
    assert ({"2026-0001", "已按规定销毁"} <= cells, LETTER.title in cells) == (True, False)

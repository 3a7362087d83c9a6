"""From the upload to the registration screen, by pages that work without a script."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from bench.scan_pages import as_pdf
from tests.desk.sitting import filled, page, sit
from tests.reception.scanned import AGAINST_THE_CLERK, WORDS, a_read_scan, a_scan, first_page, slip
from tests.reception.township import MONDAY, an_opened_box
from yixian.reception.actions import confirm_box_opening, correct_scan
from yixian.reception.enums import Channel, DiscardReason, ScanState, Signing
from yixian.reception.models import Envelope, LetterCover, Report, Scan
from yixian.toolkit.scans.pages import pixels_of

SECOND = ("第二页只有这一行文字，", "再加上这一行。")


def pdf(*letters):
    return SimpleUploadedFile("来信.pdf", as_pdf([pixels_of(slip(words)) for words in letters]))


def uploaded(client, *letters):
    client.post("/desk/scans", {"pages": pdf(*letters or (WORDS,)), "received_on": "2026-03-02"})
    return Scan.objects.get()


def registered(**changes):
    """The registration screen as filled from the scan, anonymous."""
    return (
        filled(
            signing=Signing.ANONYMOUS,
            **{"reporters-0-name": "", "reporters-0-phone": "", "reporters-0-address": ""},
        )
        | changes
    )


def test_a_letter_goes_from_the_glass_to_a_report(town):
    client = sit(town)
    scan = uploaded(client, WORDS, SECOND)
    first = client.post(f"/desk/scans/{scan.pk}/read")
    between = page(client.get(first["Location"]))
    second = client.post(f"/desk/scans/{scan.pk}/read")
    correction = page(client.get(second["Location"]))
    client.post(f"/desk/scans/{scan.pk}/pages/1", {"text": "".join(WORDS), "do": "checked"})
    done = client.post(f"/desk/scans/{scan.pk}/pages/2", {"text": "第二页", "do": "checked"})

    screen = page(client.get(done["Location"]))
    client.post(done["Location"], registered(account="".join(WORDS)))

    assert "已识别 1／2 页，正在继续" in between
    assert "校对第 1 页，共 2 页" in correction
    assert "低保名单没有公示" in correction
    assert "低保名单没有公示" in screen
    assert "第二页</textarea>" in screen
    report = Report.objects.get()
    assert [each.get_kind_display() for each in report.attachments.all()] == ["来信原件", "来信原件"]
    assert Scan.objects.get().state == ScanState.REGISTERED
    assert "第2页.jpg" in page(client.get(f"/desk/reports/{report.pk}"))


def test_registering_twice_leads_to_what_was_registered(town):
    client = sit(town)
    scan = a_read_scan(town)
    typed = registered()
    client.post(f"/desk/register/letter/scan/{scan.pk}", typed)

    again = client.post(f"/desk/register/letter/scan/{scan.pk}", typed)

    assert again["Location"] == f"/desk/reports/{Report.objects.get().pk}"


def test_a_letter_out_of_a_box_is_registered_from_its_scan(town):
    client, scan = sit(town), a_read_scan(town)
    before = page(client.get(f"/desk/register/letter/scan/{scan.pk}"))
    opening = an_opened_box(town)
    confirm_box_opening(by=town["handler"], opening=opening, on=MONDAY)
    screen = page(client.get(f"/desk/register/letter/scan/{scan.pk}"))

    client.post(f"/desk/register/letter/scan/{scan.pk}", registered(**{"box-opening": str(opening.pk)}))

    assert ("从哪里来" in before, "柳湾村举报箱，3月2日开箱（还有 1 件没有登记）" in screen) == (False, True)
    assert (Report.objects.get().channel, Report.objects.get().box_opening) == (Channel.BOX, opening)


def test_a_box_that_its_witness_has_not_confirmed_is_not_offered(town):
    scan, opening = a_read_scan(town), an_opened_box(town)
    typed = registered(**{"box-opening": str(opening.pk)})

    answer = page(sit(town).post(f"/desk/register/letter/scan/{scan.pk}", typed))

    assert ("请从列出的选项中选择" in answer, "举报箱，3月2日开箱" in answer) == (True, False)
    assert Report.objects.count() == 0


def test_a_mistake_at_registration_keeps_what_was_typed_and_the_scan(town):
    scan = a_read_scan(town)

    answer = page(
        sit(town).post(
            f"/desk/register/letter/scan/{scan.pk}",
            registered(
                **{
                    "cover-delivery": "registered",
                    "cover-mail_number": "XA1234",
                    "account": "照抄的内容，足够长。",
                }
            ),
        )
    )

    assert "匿名来信不登记挂号（快递）号码" in answer
    assert 'value="XA1234"' in answer
    assert "照抄的内容" in answer
    assert Scan.objects.get().state == ScanState.WAITING


def test_the_cover_is_noted_and_shown_in_the_dossier(town):
    client = sit(town)
    client.post(
        "/desk/register/letter",
        filled(
            **{
                "cover-delivery": "registered",
                "cover-signed_for_on": "2026-03-02",
                "cover-sender": "金丝雀寄件人",
            }
        ),
    )

    told = page(client.get(f"/desk/reports/{Report.objects.get().pk}"))

    assert "挂号信，2026年3月2日签收" in told
    assert "金丝雀寄件人" not in told


def test_a_cover_without_its_way_is_asked_for_it(town):
    answer = page(sit(town).post("/desk/register/letter", filled(**{"cover-sender": "金丝雀寄件人"})))

    assert "登记信封的，请选择送达方式" in answer
    assert not LetterCover.objects.exists()


def test_a_picture_is_given_only_to_whoever_may_see_it_and_cannot_run(town):
    scan = a_scan(town)
    address = f"/desk/scans/{scan.pk}/pages/1/picture"

    answer = sit(town).get(address)

    assert answer["Content-Type"] == "image/jpeg"
    assert answer["Content-Security-Policy"].startswith("sandbox")
    assert len(sit(town).get(f"{address}?small").content) < len(answer.content)
    assert [sit(town, who).get(address).status_code for who in ("other_clerk", "chief")] == [404, 404]


def test_a_page_that_does_not_exist_is_not_found(town):
    scan = a_scan(town)

    assert sit(town).get(f"/desk/scans/{scan.pk}/pages/2").status_code == 404
    assert sit(town).post(f"/desk/scans/{scan.pk}/arrange/999", {"change": "up"}).status_code == 404


def test_pages_are_arranged_by_buttons(town):
    scan = a_scan(town, WORDS, SECOND)
    before = first_page(scan)

    answer = sit(town).post(f"/desk/scans/{scan.pk}/arrange/{before.pk}", {"change": "down"})

    assert answer["Location"] == f"/desk/scans/{scan.pk}#page-{before.pk}"
    assert first_page(scan) != before


def test_further_pages_are_added(town):
    scan = a_scan(town)

    sit(town).post(f"/desk/scans/{scan.pk}", {"pages": pdf(SECOND)})

    assert scan.pages.count() == 2


@pytest.mark.parametrize("content", [b"", b"MZ not a page"])
def test_what_is_no_page_is_refused_with_what_to_do(town, content):
    upload = SimpleUploadedFile("程序.pdf", content)

    answer = page(sit(town).post("/desk/scans", {"pages": upload, "received_on": "2026-03-02"}))

    assert "程序.pdf" in answer or "请选择文件" in answer
    assert not Scan.objects.exists()


def test_a_poor_reading_is_said_and_each_doubtful_place_can_be_reached(town):
    from yixian.reception.scanning import reading_slots, seal_reading
    from yixian.toolkit.scans import Doubt

    scan = a_scan(town)
    found = first_page(scan)
    found.reading = seal_reading(found, "组长把钱给了自己的亲戚", [Doubt(2, 4, 0.3), Doubt(6, 6, 0.0)])
    found.read_on = MONDAY
    found.save()

    told = page(sit(town).get(f"/desk/scans/{scan.pk}/pages/1"))

    assert "这一页识别得不好" in told
    assert '<mark id="doubt-1">把钱<sup>1</sup></mark>' in told
    assert "〔漏字？〕<sup>2</sup>" in told
    assert (
        '<a href="#doubt-1" data-start="2" data-end="4">组长<strong>把钱</strong>给了自己的亲戚</a>' in told
    )
    assert reading_slots("一", ())["doubts"] == "[]"


def test_saving_keeps_the_doubts_that_nobody_touched(town):
    client, scan = sit(town), a_read_scan(town)

    answer = client.post(f"/desk/scans/{scan.pk}/pages/1", {"text": "改了一点", "do": "save"}, follow=True)

    assert "第 1 页已保存" in page(answer)
    assert first_page(scan).checked_on is None


def test_a_clerk_whom_the_letter_names_is_sent_away_with_the_rule(town):
    client, scan = sit(town), a_scan(town, AGAINST_THE_CLERK)

    read = client.post(f"/desk/scans/{scan.pk}/read")
    later = client.get(f"/desk/scans/{scan.pk}/pages/1")

    assert [read.status_code, later.status_code] == [409, 409]
    assert "您应当回避" in page(read)
    assert "接访甲收到" not in page(later)
    assert "接访甲" in page(sit(town, "chief").get(f"/desk/scans/{scan.pk}/pages/1"))


def test_a_scan_is_discarded_with_a_reason_and_fetched_back(town):
    client, scan = sit(town), a_scan(town)
    without = page(client.post(f"/desk/scans/{scan.pk}/discard", {}))
    client.post(f"/desk/scans/{scan.pk}/discard", {"reason": DiscardReason.TWICE})
    listed = page(client.get("/desk/scans/discarded"))
    client.post("/desk/scans/discarded", {"scan": str(scan.pk)})

    assert "请选择作废的原因" in without
    assert "重复扫描" in listed
    assert Scan.objects.get().state == ScanState.WAITING
    assert sit(town).post("/desk/scans/discarded", {"scan": "x"}).status_code == 404


def test_a_letter_of_the_superior_leaves_an_envelope(town):
    client, scan = sit(town), a_read_scan(town)
    asked = page(client.get(f"/desk/scans/{scan.pk}/up"))

    client.post(f"/desk/scans/{scan.pk}/up")

    assert "当即销毁" in asked
    assert (Envelope.objects.count(), Scan.objects.get().state) == (1, ScanState.SENT_UP)
    assert client.get(f"/desk/scans/{scan.pk}").status_code == 404


def test_what_the_superior_reads_here_is_sealed_past_this_office(town):
    client, scan = sit(town), a_read_scan(town)

    answer = client.post(f"/desk/register/letter/scan/{scan.pk}", registered(do="superior"))

    assert "已封存直送上级" in page(answer)
    assert Report.objects.get().organ == town.county
    assert Scan.objects.get().state == ScanState.SENT_UP


def test_the_list_names_no_letter_and_another_clerk_sees_none(town):
    scan = a_read_scan(town)
    correct_scan(by=town["clerk"], page=first_page(scan), text="金丝雀正文", checked=True, on=MONDAY)

    own, other = page(sit(town).get("/desk/scans")), page(sit(town, "other_clerk").get("/desk/scans"))

    assert f'href="/desk/scans/{scan.pk}"' in own
    assert "金丝雀" not in own
    assert str(scan.pk) not in other
    assert "没有等着登记的扫描件" in other


def test_nothing_is_written_to_the_disk_in_the_clear(town, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    large = io.BytesIO(as_pdf([pixels_of(slip())]) + b"%" * 3_000_000)

    sit(town).post(
        "/desk/scans",
        {"pages": SimpleUploadedFile("来信.pdf", large.getvalue()), "received_on": "2026-03-02"},
    )

    assert Scan.objects.count() == 1
    assert list(tmp_path.iterdir()) == []


def test_a_letter_of_one_page_offers_no_other_order(town):
    shown = page(sit(town).get(f"/desk/scans/{a_scan(town).pk}"))

    assert [word in shown for word in ("往前移", "往后移", "向右转")] == [False, False, True]

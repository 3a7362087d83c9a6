"""A box: opened by two, confirmed by the second, registered item by item."""

from tests.desk.sitting import filled, page, sit
from yixian.reception.enums import Channel
from yixian.reception.models import BoxOpening, Report


def opening(town, **changes):
    typed = {
        "village": str(town.village.pk),
        "witness": str(town.staff["handler"].pk),
        "counted": "1",
        "strip_before": "封一",
        "strip_state": "intact",
        "strip_after": "封二",
        "items-TOTAL_FORMS": "2",
        "items-INITIAL_FORMS": "0",
        "items-0-kind": "letter",
        "items-0-pages": "2",
        "items-0-closed": "sealed",
        "items-1-kind": "letter",
        "items-1-pages": "",
        "items-1-closed": "sealed",
    }
    return {**typed, **changes}


def test_a_box_goes_from_its_opening_to_its_last_item(town):
    clerk, witness = sit(town), sit(town, "handler")
    clerk.post("/desk/register/box", opening(town))
    box = BoxOpening.objects.get()
    asked = page(witness.get(f"/desk/register/box/{box.pk}/confirm"))
    witness.post(f"/desk/register/box/{box.pk}/confirm")

    listed = page(clerk.get("/desk/register/box"))
    clerk.post(f"/desk/register/box/{box.pk}", filled())

    assert "确认这次开箱记录吗？" in asked
    assert f'href="/desk/register/box/{box.pk}"' in listed
    assert [(each.channel, each.box_opening_id) for each in Report.objects.all()] == [(Channel.BOX, box.pk)]
    assert clerk.get(f"/desk/register/box/{box.pk}").status_code == 404


def test_an_unconfirmed_box_gives_no_items(town):
    clerk = sit(town)
    clerk.post("/desk/register/box", opening(town))

    assert clerk.get(f"/desk/register/box/{BoxOpening.objects.get().pk}").status_code == 404


def test_only_the_witness_is_asked_to_confirm(town):
    clerk = sit(town)
    clerk.post("/desk/register/box", opening(town))

    address = f"/desk/register/box/{BoxOpening.objects.get().pk}/confirm"

    assert [clerk.get(address).status_code, sit(town, "other_clerk").post(address).status_code] == [404, 404]
    assert BoxOpening.objects.get().confirmed_on is None


def test_a_mistake_keeps_what_was_typed(town):
    answer = page(sit(town).post("/desk/register/box", opening(town, counted="-1", strip_before="封条甲")))

    assert "不能小于 0" in answer
    assert 'value="封条甲"' in answer


def test_what_was_counted_and_what_is_listed_come_to_the_same(town):
    answer = page(sit(town).post("/desk/register/box", opening(town, counted="2")))

    assert "清点的是 2 件，清单列了 1 件" in answer
    assert not BoxOpening.objects.exists()


def test_more_rows_keep_what_was_typed_and_ask_nothing(town):
    answer = page(sit(town).post("/desk/register/box", opening(town, do="more_items", counted="")))

    assert 'name="items-6-pages"' in answer
    assert 'value="封一"' in answer
    assert "请填写" not in answer


def test_the_witness_is_told_what_is_listed(town):
    sit(town).post("/desk/register/box", opening(town))

    asked = page(sit(town, "handler").get(f"/desk/register/box/{BoxOpening.objects.get().pk}/confirm"))

    assert "开箱前封条号封一（完好），开箱后封条号封二。" in asked
    assert "箱内共1件：1. 信件，2页，封口完好。" in asked


def test_the_number_of_the_record_is_told_and_stands_in_the_list(town):
    client = sit(town)

    told = page(client.post("/desk/register/box", opening(town), follow=True))

    assert "开箱记录（开箱〔2026〕1号）已登记" in told
    assert '<span class="note">开箱〔2026〕1号</span>' in told

"""A box: opened by two, confirmed by the second, registered item by item."""

from tests.desk.sitting import filled, page, sit
from yixian.reception.enums import Channel
from yixian.reception.models import BoxOpening, Report


def opening(town, **changes):
    typed = {
        "village": str(town.village.pk),
        "witness": str(town.staff["handler"].pk),
        "items": "1",
        "seal_numbers": "封一",
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
    answer = page(sit(town).post("/desk/register/box", opening(town, items="-1", seal_numbers="封条甲")))

    assert "不能小于 0" in answer
    assert 'value="封条甲"' in answer

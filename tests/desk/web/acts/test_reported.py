from dataclasses import replace

from tests.desk.sitting import page, sit
from tests.reception.township import LETTER, STRANGER, an_accepted
from yixian.reception.actions import read_report


def people(town, report):
    return [each.name for each in read_report(by=town["chief"], report=report).people]


def test_somebody_found_out_later_is_added_and_then_identified(town):
    report = an_accepted(town, replace(LETTER, reported=(STRANGER,))).report
    base, chief = f"/desk/reports/{report.pk}", sit(town, "chief")

    assert "补登被反映人" in page(chief.get(base))
    chief.post(f"{base}/add-reported", {"name": "柳二", "unit": "柳湾村", "category": "unknown", "match": ""})
    added = report.people.order_by("pk").last()
    form = page(chief.get(f"{base}/identify-reported/{added.pk}"))
    chief.post(
        f"{base}/identify-reported/{added.pk}",
        {"name": "柳二小", "unit": "柳湾村", "category": "group_head", "match": ""},
    )

    assert 'value="柳二"' in form
    assert people(town, report) == [STRANGER.name, "柳二小"]


def test_a_person_without_a_name_is_asked_for_and_nothing_typed_is_lost(town):
    report = an_accepted(town).report

    told = page(
        sit(town, "chief").post(
            f"/desk/reports/{report.pk}/add-reported",
            {"name": "", "unit": "柳湾村鱼塘", "category": "unknown"},
        )
    )

    assert "请写明姓名" in told
    assert "柳湾村鱼塘" in told


def test_the_one_thing_that_is_asked_for_is_not_called_optional(town):
    client, address = sit(town), f"/desk/reports/{an_accepted(town).report.pk}/add-reported"

    shown, empty = page(client.get(address)), page(client.post(address, {"name": "", "post": "会计"}))

    label = shown[shown.index('for="id_name"') :]
    assert "选填" not in label[: label.index("</label>")]
    assert empty.count("请写明姓名或者单位；不知道姓名的，写“姓名不详”。") == 2
    assert 'value="会计"' in empty

"""化解方案 at the desk: from its matter's dossier, through its steps, to the closing that names what is not done."""

import re

import pytest

from tests.assessment.hard_matters import ABOUT_SECRETARY, FRIDAY, a_matter, a_plan, step_for
from tests.desk.sitting import page, sit
from tests.reception.township import REPORTER
from yixian.assessment.models import Plan, PlanStep
from yixian.assessment.queries import undone_steps


def address(matter, rest: str = "/plan") -> str:
    return f"/desk/matters/{matter.pk}{rest}"


def typed(town, **changes):
    whole = {
        "aims": "账目公开",
        "responsible": str(town["chief"].staff_id),
        "kind_1": "mediation",
        "what_1": "请村调解员核对地块",
        "owner_1": str(town["chief"].staff_id),
        "due_1": "2026-03-06",
    }
    return whole | changes


def test_a_matter_without_a_plan_offers_to_make_one(town):
    matter = a_matter(town)
    report = matter.links.get().report
    client = sit(town, "chief")

    dossier, shown = page(client.get(f"/desk/reports/{report.pk}")), page(client.get(address(matter)))

    assert f'href="{address(matter)}"' in dossier
    assert "这个事项还没有化解方案" in shown
    assert f'href="{address(matter, "/make-plan")}"' in shown


def test_a_plan_is_made_with_its_first_steps(town):
    matter = a_matter(town)
    more = {
        "kind_2": "follow_up",
        "what_2": "回访一次",
        "owner_2": str(town["clerk"].staff_id),
        "due_2": "2026-04-06",
    }

    answer = sit(town, "chief").post(address(matter, "/make-plan"), typed(town, **more), follow=True)

    shown = page(answer)
    assert "化解方案已制定，共2步。" in shown
    assert "请村调解员核对地块" in shown
    assert [step.get_kind_display() for step in undone_steps(matter)] == ["调解协商", "回访跟踪"]


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"aims": ""}, "请填写化解目标"),
        ({"what_1": ""}, "请填写"),
        ({"what_2": "回访一次"}, "途径、内容、责任人、期限都要写明"),
        ({"due_1": "2026-03-01"}, "不能早于今天"),
        ({"what_1": f"找{REPORTER.name}谈"}, "会暴露举报人"),
    ],
)
def test_what_is_wrong_is_said_and_everything_typed_stays(town, changes, wrong):
    matter = a_matter(town)

    shown = page(sit(town, "chief").post(address(matter, "/make-plan"), typed(town, **changes)))

    assert wrong in shown
    assert all(text in shown for text in {**typed(town), **changes}.values())
    assert not Plan.objects.exists()


def test_a_step_is_finished_and_another_changed_from_the_page(town):
    matter = a_matter(town)
    a_plan(town, matter, step_for(town), step_for(town, what="再次核对"))
    first, second = undone_steps(matter)
    client = sit(town, "chief")

    finished = client.post(
        address(matter, f"/finish-plan-step/{first.pk}"), {"result": "已签协议"}, follow=True
    )
    changed = client.post(
        address(matter, f"/change-plan-step/{second.pk}"),
        {
            "reason": "改走法律途径",
            "kind_of": "law",
            "what_of": "陪同申请仲裁",
            "owner_of": str(town["chief"].staff_id),
            "due_of": "2026-04-01",
        },
        follow=True,
    )

    assert "已签协议" in page(finished)
    shown = page(changed)
    assert ("改走法律途径" in shown, "陪同申请仲裁" in shown, "调整后的步骤" in shown) == (True, True, True)
    assert PlanStep.objects.count() == 3
    assert client.get(address(matter, f"/finish-plan-step/{first.pk}")).status_code == 302


def test_a_step_is_added_and_the_plan_revised(town):
    matter = a_matter(town)
    a_plan(town, matter)
    client = sit(town, "chief")

    added = client.post(
        address(matter, "/add-plan-step"),
        {
            "kind_of": "help",
            "what_of": "申请临时救助",
            "owner_of": str(town["clerk"].staff_id),
            "due_of": "2026-03-20",
        },
        follow=True,
    )
    revised = client.post(
        address(matter, "/revise-plan"),
        {"aims": "先救助再公开", "responsible": str(town["clerk"].staff_id), "reason": "家里困难"},
        follow=True,
    )

    assert "申请临时救助" in page(added)
    shown = page(revised)
    assert ("先救助再公开" in shown, "修订以前的方案（1 份）" in shown) == (True, True)


def test_the_dossier_shows_the_plan_and_its_story(town):
    matter = a_matter(town)
    a_plan(town, matter)
    report = matter.links.get().report

    shown = page(sit(town, "chief").get(f"/desk/reports/{report.pk}"))

    assert "看化解方案" in shown
    assert "制定化解方案" in shown
    assert re.search(r"<strong>调解协商</strong>　书记丙", shown)


def test_today_reminds_whoever_answers_for_a_step(town, settings):
    matter = a_matter(town)
    a_plan(town, matter)
    step = undone_steps(matter).get()
    settings.YIXIAN_TODAY = FRIDAY

    chief, clerk = (page(sit(town, who).get("/desk/")) for who in ("chief", "clerk"))

    href = address(matter, f"/finish-plan-step/{step.pk}")
    assert (f'href="{href}"' in chief, f'href="{href}"' in clerk) == (True, False)
    assert "本月还没有召集" in chief
    assert "请提醒纪委书记" in clerk


@pytest.mark.parametrize("who", ["reported", "relative", "colleague", "other_clerk"])
def test_whoever_may_not_meet_the_matter_finds_no_plan(town, who):
    matter = a_matter(town, ABOUT_SECRETARY)
    a_plan(town, matter)
    client = sit(town, who)

    assert client.get(address(matter)).status_code == 404
    assert client.get(address(matter, "/add-plan-step")).status_code in (403, 404)


def test_the_calendar_has_the_steps_of_plans_for_whoever_answers_for_them(town):
    matter = a_matter(town)
    a_plan(town, matter, step_for(town, "clerk"))

    clerk = page(sit(town).get("/desk/calendar?month=2026-03"))
    mine, every = (
        page(sit(town, "chief").get(f"/desk/calendar?month=2026-03&who={who}")) for who in ("mine", "all")
    )

    told = f'href="{address(matter)}"'
    assert "方案步骤：调解协商（接访甲）" in clerk
    assert (told in clerk, told in mine, told in every) == (True, False, True)


def test_the_reported_side_finds_no_step_in_the_calendar(town):
    matter = a_matter(town, ABOUT_SECRETARY)
    a_plan(town, matter)

    assert matter.number not in page(sit(town, "colleague").get("/desk/calendar?month=2026-03&who=all"))

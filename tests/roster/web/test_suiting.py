"""The pages on which skills and former posts are kept."""

from tests.desk.sitting import page, sit
from yixian.roster.models import FormerPost, StaffSkill


def test_the_chief_ticks_skills_and_they_are_listed(town):
    chief = sit(town, "chief")
    handler = town.staff["handler"]

    chief.post(f"/desk/roster/staff/{handler.pk}/", {"skills": ["accounts", "works"]})

    assert StaffSkill.objects.filter(staff=handler, dropped_on__isnull=True).count() == 2
    assert "查账、工程" in page(chief.get("/desk/roster/staff/"))


def test_a_handler_declares_a_former_post_and_not_a_colleagues(town):
    handler, client = town.staff["handler"], sit(town, "handler")

    empty = client.post(f"/desk/roster/staff/{handler.pk}/posts/", {"unit": ""})
    client.post(f"/desk/roster/staff/{handler.pk}/posts/", {"unit": town.unit.pk})
    other = client.get(f"/desk/roster/staff/{town.staff['clerk'].pk}/posts/")

    assert "请选择曾任职单位" in page(empty)
    assert FormerPost.objects.get().unit == town.unit
    assert other.status_code == 404


def test_another_township_is_as_good_as_absent(town):
    assert sit(town, "chief").get(f"/desk/roster/staff/{town.staff['county_clerk'].pk}/").status_code == 404


def test_the_administrator_lifts_a_mistaken_declaration(town):
    handler = town.staff["handler"]
    sit(town, "handler").post(f"/desk/roster/staff/{handler.pk}/posts/", {"unit": town.unit.pk})
    post = FormerPost.objects.get()

    answer = sit(town, "admin").post(
        f"/desk/roster/staff/{handler.pk}/posts/{post.pk}/withdraw/", follow=True
    )

    assert "已撤销这一条申报" in page(answer)
    assert FormerPost.objects.get().withdrawn_on is not None

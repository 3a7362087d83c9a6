"""A visit on one screen: who came along, what help is needed now, and the record in the office's sections."""

from tests.desk.sitting import ACCOUNT, filled, page, sit
from yixian.reception.actions import read_interviews
from yixian.reception.enums import CareNeed, LanguageHelp, Section
from yixian.reception.models import Interview, Report, VisitNeed

VISIT = "/desk/register/visit"
UNKNOWN = {"reporters-0-name": "", "reporters-0-phone": "", "reporters-0-address": "", "signing": ""}


def test_the_sentence_of_the_regulations_stands_on_the_screen(town):
    assert "代表人数不得超过5人。其余来访人计入人数" in page(sit(town).get(VISIT))


def test_a_visit_keeps_what_help_was_needed_and_how_many_came_along(town):
    client = sit(town)

    client.post(VISIT, filled(needs=["doctor"], companions="2", language_help="dialect", people_count="3"))

    report = Report.objects.get()
    dossier = page(client.get(f"/desk/reports/{report.pk}"))
    assert "2 人" in dossier
    assert "方言" in dossier
    assert (report.visit.companions, report.visit.language_help) == (2, LanguageHelp.DIALECT)
    assert [each.kind for each in VisitNeed.objects.all()] == [CareNeed.DOCTOR]


def test_who_came_along_is_sealed_with_who_came(town):
    client = sit(town)

    client.post(VISIT, filled(companion_names="金丝雀的侄子"))

    report = Report.objects.get()
    assert report.visit.companions == 1
    assert "金丝雀的侄子" not in page(client.get(f"/desk/reports/{report.pk}"))


def test_of_somebody_unknown_nobody_who_came_along_is_named(town):
    answer = page(sit(town).post(VISIT, filled(companion_names="侄子", **UNKNOWN)))

    assert Report.objects.count() == 0
    assert "匿名来访只填陪同人数，不写姓名" in answer
    assert "侄子" in answer


def test_the_sections_make_the_account_where_it_was_left_empty(town):
    sit(town).post(VISIT, filled(account="", section_what=ACCOUNT, section_when="去年五月"))

    (opened,) = read_interviews(by=town["clerk"], report=Report.objects.get())
    assert opened.words.sections[Section.WHEN] == "去年五月"
    assert f"何事：{ACCOUNT}\n何时：去年五月" in page(
        sit(town).get(f"/desk/reports/{Report.objects.get().pk}")
    )


def test_a_visit_that_tells_nothing_is_asked_for_it(town):
    answer = page(sit(town).post(VISIT, filled(account="")))

    assert "请填写反映内容，或者在“来访笔录”里分段写" in answer


def test_a_section_that_names_the_visitor_is_refused_and_nothing_is_registered(town):
    answer = page(sit(town).post(VISIT, filled(section_source="金丝雀姓名亲眼看见")))

    assert (Report.objects.count(), Interview.objects.count()) == (0, 0)
    assert "请改写为“来访人”" in answer


def test_a_visit_without_sections_has_no_record_yet(town):
    sit(town).post(VISIT, filled())

    assert (Report.objects.count(), Interview.objects.count()) == (1, 0)

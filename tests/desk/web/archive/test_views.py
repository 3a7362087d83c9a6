"""年度归档 at the desk: what waits, what stands put away, and a file made without typing its index."""

from dataclasses import replace
from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.desk.sitting import page, sit
from tests.reception.township import LETTER, REPORTER, WEDNESDAY
from tests.resolution.actions.test_filing import closed, put_away
from tests.resolution.casework import ABOUT_SECRETARY
from yixian.resolution.models import ArchiveFile

LIST = "/desk/archive"


def report_of(matter):
    return matter.links.get().report


def the_form(client, matter) -> dict[str, str]:
    answer = client.get(f"/desk/reports/{report_of(matter).pk}/archive-matter")
    form = answer.context["form"]
    return {name: form[name].initial for name in form.fields if form[name].initial is not None}


def test_an_empty_year_says_what_will_stand_here(town):
    shown = page(sit(town, "clerk").get(LIST))

    assert "没有待归档的事项" in shown
    assert "还没有卷宗" in shown


def test_a_closed_matter_waits_with_its_day_and_leads_to_its_dossier(town):
    matter = closed(town)

    shown = page(sit(town, "clerk").get(LIST))

    assert f'href="/desk/matters/{matter.pk}">{matter.number}</a> 低保发放' in shown
    assert "2027年6月30日" in shown
    assert "有逾期没有归档的" not in shown
    assert REPORTER.name not in shown


def test_a_matter_that_is_late_is_told(town):
    matter = closed(town)
    type(matter).objects.filter(pk=matter.pk).update(closed_on=date(2024, 3, 4))

    shown = page(sit(town, "clerk").get(LIST))

    assert "1 个事项已经过了归档的日子" in shown
    assert "超期" in shown


def test_a_file_is_made_from_the_form_as_it_comes(town):
    matter = closed(town)
    client = sit(town, "clerk")

    typed = the_form(client, matter)
    answer = client.post(f"/desk/reports/{report_of(matter).pk}/archive-matter", typed, follow=True)

    filed = ArchiveFile.objects.get(matter=matter)
    assert typed["retention"] == "thirty_years"
    assert f"已归档，案卷号{filed.number}" in page(answer)
    assert (filed.box, filed.piece, filed.pages) == (1, 1, 6)
    shown = page(client.get(LIST))
    assert filed.number in shown
    assert "30年，至2056年12月31日" in shown


def test_a_line_that_cannot_be_read_is_told_and_nothing_typed_is_lost(town):
    matter = closed(town)
    client = sit(town, "clerk")
    typed = the_form(client, matter) | {"index": "核查报告｜8\n登记表", "piece": 12}

    shown = page(client.post(f"/desk/reports/{report_of(matter).pk}/archive-matter", typed))

    assert "卷内目录第2行“登记表”的页数应当是1到9999的数" in shown
    assert "核查报告｜8\n登记表</textarea>" in shown
    assert 'value="12"' in shown
    assert not ArchiveFile.objects.filter(matter=matter).exists()


def test_the_index_of_an_archived_matter_is_printed(town):
    matter = closed(town)
    put_away(town, matter)
    client = sit(town, "clerk")
    address = f"/desk/reports/{report_of(matter).pk}/file-index"

    dossier = page(client.get(f"/desk/reports/{report_of(matter).pk}"))
    pdf, docx = client.post(address, {"do": "pdf"}), client.post(address, {"do": "docx"})

    assert "打印卷宗目录" in dossier
    assert b"".join(pdf)[:5] == b"%PDF-"
    assert b"".join(docx)[:2] == b"PK"


def test_the_list_asks_as_often_for_one_as_for_three(town):
    client = sit(town, "clerk")
    counts = []
    for number in range(3):
        waits = closed(town, replace(LETTER, title=f"待归档{number}"))
        put_away(town, closed(town, replace(LETTER, title=f"已归档{number}")), piece=number + 1)
        assert waits.closed_on == WEDNESDAY
        client.get(LIST)
        with CaptureQueriesContext(connection) as asked:
            client.get(LIST)
        counts.append(len(asked))

    assert counts[0] == counts[2]


def test_who_is_near_to_the_reported_side_finds_it_in_neither_list(town):
    waits, filed = closed(town, ABOUT_SECRETARY), closed(town, ABOUT_SECRETARY)
    put_away(town, filed)

    for who in ("reported", "relative", "colleague"):
        shown = page(sit(town, who).get(LIST))

        assert [each.number for each in (waits, filed) if each.number in shown] == []
        assert "还没有卷宗" in shown

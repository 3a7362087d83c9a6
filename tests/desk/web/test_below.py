"""What the county's supervisor sees of the offices below."""

from tests.desk.sitting import page, sit
from tests.reception.township import LETTER, REPORTER, a_letter

BELOW = "/desk/below"


def test_the_supervisor_finds_how_the_reports_below_progress_and_nothing_that_they_say(town):
    report = a_letter(town).report
    client = sit(town, "supervisor")

    shown = page(client.get(BELOW))

    assert f'href="{BELOW}"' in page(client.get("/desk/"))
    assert [words for words in (report.number, "青禾镇纪委", "来信", "已登记") if words not in shown] == []
    assert [words for words in (LETTER.title, REPORTER.name, str(report.pk)) if words in shown] == []


def test_nobody_else_comes_in_and_a_new_county_reads_what_will_be_here(town):
    assert "下级还没有来件" in page(sit(town, "supervisor").get(BELOW))
    for who in ("clerk", "chief", "county_chief"):
        client = sit(town, who)
        assert client.get(BELOW).status_code == 403
        assert f'href="{BELOW}"' not in page(client.get("/desk/"))

from dataclasses import replace
from datetime import date

import pytest

from tests.reception.township import LETTER, REPORTER, STRANGER, WEDNESDAY
from tests.resolution.actions.test_closing import mark, resolved
from tests.resolution.reviewing import answered
from tests.scenes import scene
from yixian.assessment.enums import MatterState
from yixian.assessment.models import Matter
from yixian.protection.permits import NotPermitted
from yixian.protection.texts import read_text
from yixian.reception.discretion import GivesAway
from yixian.regulations.archiving import Retention
from yixian.regulations.completions import Completion
from yixian.resolution.actions import TermTooShort, archive_matter, close_matter, print_file_index
from yixian.resolution.filing import IndexUnreadable, index_text
from yixian.resolution.models import ArchiveFile
from yixian.resolution.queries.filing import (
    files_of,
    matters_to_file,
    next_place,
    past_their_term,
    proposed_index,
    retention_of,
)

PLACE = {"box": 1, "piece": 1, "retention": Retention.THIRTY_YEARS, "on": WEDNESDAY}

CHARACTERS_IN_A_LINE, INDENT = 28, 2
"""Of the body of a paper: 16-point characters on the 156 mm of GB/T 9704."""


@scene
def closed(town, facts=LETTER) -> Matter:
    matter = resolved(town, facts)
    mark(town, matter, *Completion)
    return close_matter(by=town["chief"], matter=matter, on=WEDNESDAY)


def put_away(town, matter, **changes) -> ArchiveFile:
    index = index_text(proposed_index(matter))
    return archive_matter(by=town["clerk"], matter=matter, **{**PLACE, "index": index, **changes})


def test_the_index_draws_what_is_on_record_conclusions_first(town):
    matter = closed(town)

    titles = [each.title.split("（线")[0].split("（来件")[0] for each in proposed_index(matter)]

    assert titles == [
        "被反映人（1）处理意见和审批",
        "核查报告和审批",
        "初步核实处置意见和审批",
        "核查方案",
        "举报登记表",
        "反馈记录",
    ]


def test_the_index_names_neither_who_reported_nor_who_is_reported(town):
    index = index_text(proposed_index(closed(town)))

    for name in (REPORTER.name, STRANGER.name):
        assert name not in index


def test_a_file_has_its_pages_and_the_last_day_of_its_term(town):
    filed = put_away(town, closed(town))

    assert (filed.pages, filed.kept_until) == (6, date(2056, 12, 31))
    assert put_away_for_ever(town).kept_until is None


@scene
def put_away_for_ever(town) -> ArchiveFile:
    other = closed(town, replace(LETTER, title="另一件事"))
    return put_away(town, other, piece=2, retention=Retention.PERMANENT)


def test_the_schedule_proposes_the_term_by_outcome(town):
    assert retention_of(closed(town)).retention is Retention.THIRTY_YEARS


def test_a_shorter_term_takes_a_reason_that_is_sealed(town):
    matter = closed(town)

    with pytest.raises(TermTooShort, match="建议保管30年。保管得更短，请写明理由"):
        put_away(town, matter, retention=Retention.TEN_YEARS)
    assert Matter.objects.get(pk=matter.pk).state == MatterState.CLOSED
    filed = put_away(town, matter, retention=Retention.TEN_YEARS, reason="材料已并入县里的卷")

    assert read_text(filed, "reason", by=town["clerk"], about=matter) == "材料已并入县里的卷"


def test_an_index_that_names_the_reporter_is_refused(town):
    matter = closed(town)

    with pytest.raises(GivesAway, match="会暴露举报人"):
        put_away(town, matter, index=f"{REPORTER.name}的来信｜3")

    assert not ArchiveFile.objects.filter(matter=matter).exists()


def test_a_line_without_pages_is_refused_and_nothing_is_put_away(town):
    matter = closed(town)

    with pytest.raises(IndexUnreadable, match="第2行“登记表”的页数"):
        put_away(town, matter, index="核查报告｜8\n登记表")

    assert Matter.objects.get(pk=matter.pk).state == MatterState.CLOSED


def test_the_printed_index_counts_the_pages_in_the_order_of_the_file(town):
    filed = put_away(town, closed(town), index="核查报告｜8｜2026-03-04\n登记表｜2")

    words = print_file_index(by=town["chief"], file=filed, on=WEDNESDAY).words.whole

    for told in ("qinghe·2026·001-001", "1-8", "9-10", "20260304", "本卷共2份文件，10页", "备考表"):
        assert told in words
    assert REPORTER.name not in words


def test_the_line_to_be_signed_is_no_wider_than_the_page(town):
    filed = put_away(town, closed(town), index="登记表｜2")

    lines = print_file_index(by=town["chief"], file=filed, on=WEDNESDAY).words.whole.split("\n")

    (signed,) = (line for line in lines if "检查人（签名）" in line)
    assert len(signed.strip("\n")) <= CHARACTERS_IN_A_LINE - INDENT


def test_who_counts_only_figures_prints_no_index(town):
    filed = put_away(town, closed(town))

    with pytest.raises(NotPermitted):
        print_file_index(by=town["analyst"], file=filed, on=WEDNESDAY)


def test_the_next_place_follows_the_last_of_that_year(town):
    assert next_place(town.organ.pk, 2026) == (1, 1)

    put_away(town, closed(town), box=3, piece=7)

    assert next_place(town.organ.pk, 2026) == (3, 8)
    assert next_place(town.organ.pk, 2027) == (1, 1)


def test_a_closed_matter_waits_until_june_of_the_next_year_and_then_stands_in_its_file(town):
    matter = closed(town)

    assert matters_to_file(town["clerk"]) == [(matter, date(2027, 6, 30))]
    filed = put_away(town, matter)

    assert matters_to_file(town["clerk"]) == []
    assert list(files_of(town["clerk"])) == [filed]


def test_a_file_is_past_its_term_only_after_its_last_day(town):
    filed = put_away(town, closed(town))
    put_away_for_ever(town)

    assert list(past_their_term(town["clerk"], date(2056, 12, 31))) == []
    assert list(past_their_term(town["clerk"], date(2057, 1, 1))) == [filed]


def test_an_open_matter_is_in_neither_list(town):
    resolved(town)

    assert matters_to_file(town["clerk"]) == []
    assert list(files_of(town["clerk"])) == []


def test_what_the_county_said_stands_among_the_conclusions(town):
    review = answered(town)

    titles = [each.title for each in proposed_index(review.report.clue.matter)]

    assert titles[0] == "县审意见（线2026-0001）"

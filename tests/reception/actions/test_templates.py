"""An office's own wording: checked, looked at, taken into use, kept, gone back from."""

import io

import docx
import pytest

from tests.reception.township import TUESDAY, WEDNESDAY, a_letter, an_accepted
from yixian.protection.permits import NotPermitted
from yixian.reception.actions import (
    GivesAway,
    NotFitForUse,
    check_paper_template,
    issue_notice,
    make_promise,
    preview_notice,
    preview_paper_template,
    print_notice,
    return_to_paper_template,
    take_paper_template,
)
from yixian.reception.actions.templates import NoSuchVersion
from yixian.reception.enums import NoticeKind, PaperKind
from yixian.reception.models import Notice, PaperTemplate
from yixian.reception.papers.shipped import shipped_template
from yixian.reception.queries import paper_templates, template_to_edit, wordings_of
from yixian.trail.queries import entries

ACCEPTANCE = PaperKind.ACCEPTANCE


def worded(kind: PaperKind, sentence: str) -> bytes:
    """The shipped template with a sentence of the office's own at its end."""
    document = docx.Document(io.BytesIO(shipped_template(kind)))
    document.add_paragraph(sentence)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def take(town, sentence: str, kind: PaperKind = ACCEPTANCE, on=TUESDAY) -> PaperTemplate:
    return take_paper_template(by=town["chief"], kind=kind, content=worded(kind, sentence), on=on)


def preview(town, report):
    return preview_notice(by=town["clerk"], report=report, kind=NoticeKind.ACCEPTANCE, on=WEDNESDAY)


def test_papers_are_worded_as_the_office_words_them_from_then_on(town):
    report = an_accepted(town).report
    before = preview(town, report)

    taken = take(town, "本机关接访日为每周三。")

    after = preview(town, report)
    assert "每周三" not in before.text
    assert after.text.endswith("本机关接访日为每周三。")
    assert (taken.version, taken.taken_by_id) == (1, town["chief"].staff_id)
    assert entries().filter(act="reception.take_paper_template").get().outcome == "done"


def test_what_was_issued_stays_as_it_was_issued(town):
    report = an_accepted(town).report
    notice = issue_notice(by=town["clerk"], report=report, kind=NoticeKind.ACCEPTANCE, on=WEDNESDAY)

    take(town, "以后才有的一句。")

    assert "以后才有" not in print_notice(by=town["clerk"], notice=notice).text


def test_both_sides_promises_are_the_offices_own_sentences_and_the_day_is_the_clocks(town):
    take(town, "{{机关名称}}再承诺：{{办结期限}}前一定答复。", PaperKind.PROMISE)

    promise = make_promise(by=town["clerk"], report=a_letter(town).report, on=TUESDAY)

    text = print_notice(by=town["clerk"], notice=promise.notice).text
    assert "青禾镇纪委再承诺：2026年5月6日前一定答复。" in text


def test_a_template_that_names_the_reporter_is_never_issued(town):
    take(town, "请金丝雀姓名到接访室。")
    report = an_accepted(town).report

    with pytest.raises(GivesAway, match="会暴露举报人"):
        issue_notice(by=town["clerk"], report=report, kind=NoticeKind.ACCEPTANCE, on=WEDNESDAY)

    assert Notice.objects.count() == 0


def test_a_template_with_orders_is_neither_taken_nor_looked_at(town):
    for act in (take_paper_template, preview_paper_template):
        more = {"on": TUESDAY} if act is take_paper_template else {}
        with pytest.raises(NotFitForUse, match="不能使用"):
            act(by=town["chief"], kind=ACCEPTANCE, content=worded(ACCEPTANCE, "{{ ''.__class__ }}"), **more)

    assert PaperTemplate.objects.count() == 0


def test_the_check_names_what_is_missing_for_this_paper(town):
    document = docx.Document()
    document.add_paragraph("受理告知书")
    written = io.BytesIO()
    document.save(written)

    checked = check_paper_template(by=town["admin"], kind=ACCEPTANCE, content=written.getvalue())

    named = ("文号", "发文日期", "机关名称", "来件编号", "受理告知依据")
    assert [name for name in named if not any(f"“{{{{{name}}}}}”" in each for each in checked.problems)] == []


def test_a_look_shows_the_paper_with_invented_values(town):
    shown = preview_paper_template(
        by=town["chief"], kind=ACCEPTANCE, content=worded(ACCEPTANCE, "另起一句。")
    )

    assert shown.pdf[:5] == b"%PDF-"
    assert [each for each in ("2026-0012", "方守正", "另起一句。") if each not in shown.text] == []


def test_an_office_goes_back_to_an_earlier_version_and_to_the_shipped_one(town):
    report = an_accepted(town).report
    take(town, "第一种写法。")
    take(town, "第二种写法。")

    third = return_to_paper_template(by=town["chief"], kind=ACCEPTANCE, version=1, on=WEDNESDAY)
    first_again = preview(town, report).text
    return_to_paper_template(by=town["admin"], kind=ACCEPTANCE, version=None, on=WEDNESDAY)

    kept = paper_templates(town.organ.pk, ACCEPTANCE).values_list("version", "went_back")
    assert third.version == 3
    assert first_again.endswith("第一种写法。")
    assert "写法" not in preview(town, report).text
    assert list(kept) == [(4, True), (3, False), (2, False), (1, False)]


def test_there_is_nothing_to_go_back_to_where_nothing_was_changed(town):
    for version in (None, 1):
        with pytest.raises(NoSuchVersion):
            return_to_paper_template(by=town["chief"], kind=ACCEPTANCE, version=version, on=WEDNESDAY)


@pytest.mark.parametrize("who", ["clerk", "handler", "analyst"])
def test_only_the_chief_and_the_administrator_word_papers(town, who):
    content = worded(ACCEPTANCE, "一句。")
    with pytest.raises(NotPermitted):
        take_paper_template(by=town[who], kind=ACCEPTANCE, content=content, on=TUESDAY)
    with pytest.raises(NotPermitted):
        check_paper_template(by=town[who], kind=ACCEPTANCE, content=content)
    with pytest.raises(NotPermitted):
        return_to_paper_template(by=town[who], kind=ACCEPTANCE, version=None, on=TUESDAY)


def test_another_office_keeps_its_own_wording(town):
    take(town, "只在青禾镇。")

    own, others = (wordings_of(organ.pk) for organ in (town.organ, town.county))

    assert [each.kind for each in own if each.is_own] == [ACCEPTANCE]
    assert [each.kind for each in others if each.is_own] == []


def test_every_version_can_be_fetched_to_be_edited(town):
    taken = take(town, "一句。")

    assert template_to_edit(town.organ.pk, ACCEPTANCE, taken.version) == bytes(taken.content)
    assert template_to_edit(town.organ.pk, ACCEPTANCE) == bytes(taken.content)
    assert template_to_edit(town.organ.pk, ACCEPTANCE, 0) == shipped_template(ACCEPTANCE)
    assert template_to_edit(town.organ.pk, ACCEPTANCE, 9) is None
    assert template_to_edit(town.county.pk, ACCEPTANCE) == shipped_template(ACCEPTANCE)

"""Any Django form comes out with labels, limits, linked errors, and everything typed still in it."""

import pytest
from django import forms

from yixian.toolkit.forms import DateInput, FaceForm, FaceRenderer, HintedCheckboxes, HintedRadios, LongText


class Letter(FaceForm):
    default_renderer = FaceRenderer

    title = forms.CharField(label="标题", max_length=60, help_text="一句话")
    note = forms.CharField(label="备注", required=False)
    signing = forms.ChoiceField(
        label="愿意留下姓名吗？",
        choices=[("a", "实名"), ("b", "匿名")],
        widget=HintedRadios(hints={"a": "优先办理"}),
    )
    read = forms.BooleanField(label="我已核对")


def test_the_label_the_limit_and_the_help_are_in_the_page() -> None:
    html = str(Letter()["title"].as_field_group())

    assert '<label for="id_title">标题</label>' in html
    assert "最多 60 字" in html
    assert 'id="id_title_helptext">一句话' in html
    assert 'aria-describedby="id_title_helptext"' in html


def test_what_is_too_long_comes_back_whole_with_the_error_and_the_browser_cuts_nothing() -> None:
    form = Letter({"title": "长" * 70, "signing": "a", "read": "on"})

    html = form.render()

    assert "最多 60 字，现在 70 字，请删减" in html
    assert "长" * 70 in html
    assert "maxlength" not in html


def test_a_file_field_has_one_label_and_its_own_input() -> None:
    class Attachment(FaceForm):
        default_renderer = FaceRenderer
        scan = forms.FileField(label="附件")

    html = Attachment().render()

    assert (html.count("<label"), html.count('type="file"')) == (1, 1)


def test_only_what_is_optional_is_marked() -> None:
    form = Letter()

    assert ["选填" in str(form[name].as_field_group()) for name in ("title", "note")] == [False, True]


def test_each_error_is_in_the_summary_and_links_to_its_field() -> None:
    html = Letter({}).render()

    assert "有 3 处需要改一下" in html
    assert '<a href="#id_title">请填写标题</a>' in html
    assert '<a href="#id_signing_0">愿意留下姓名吗？请选择一项</a>' in html
    assert '<a href="#id_read">我已核对：请勾选后再提交</a>' in html


def test_a_label_that_asks_is_quoted_in_its_error() -> None:
    class Meeting(FaceForm):
        default_renderer = FaceRenderer
        day = forms.DateField(label="哪天见面")
        who = forms.ChoiceField(label="谁来接待", choices=[("a", "甲")])

    html = Meeting({}).render()

    assert "请填写“哪天见面”" in html
    assert "请选择“谁来接待”" in html


@pytest.mark.parametrize("target", ["id_title", "id_signing_0", "id_read"])
def test_every_link_of_the_summary_has_a_target(target: str) -> None:
    assert f'id="{target}"' in Letter({}).render()


def test_the_error_is_named_by_its_field_for_screen_readers() -> None:
    html = str(Letter({})["title"].as_field_group())

    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="id_title_helptext id_title_error"' in html
    assert 'id="id_title_error"' in html


def test_what_was_typed_is_still_there_after_an_error() -> None:
    html = Letter({"title": "修路款" * 30, "note": "照原话", "signing": "b"}).render()

    assert "修路款" * 30 in html
    assert 'value="照原话"' in html
    assert '<input type="radio" name="signing" value="b" id="id_signing_1" checked' in html


def test_a_correct_form_has_no_summary() -> None:
    assert "error-summary" not in Letter({"title": "x", "signing": "a", "read": "on"}).render()


def test_a_hint_stands_beside_its_choice() -> None:
    html = str(Letter()["signing"].as_field_group())

    assert '<span class="choice-hint" id="id_signing_0_hint">优先办理</span>' in html
    assert "id_signing_1_hint" not in html


def test_limits_are_said_in_plain_words() -> None:
    class Visit(FaceForm):
        title = forms.CharField(label="标题", max_length=3)
        people = forms.IntegerField(label="人数", min_value=1, max_value=5)

    assert Visit({"title": "一二三四", "people": "9"}).errors == {
        "title": ["最多 3 字，现在 4 字，请删减"],
        "people": ["不能大于 5"],
    }
    assert Visit({"title": "一", "people": "0"}).errors == {"people": ["不能小于 1"]}


def test_a_message_that_the_form_wrote_itself_is_kept() -> None:
    class Own(FaceForm):
        name = forms.CharField(label="姓名", error_messages={"required": "没有姓名不能登记"})

    assert Own({}).errors["name"] == ["没有姓名不能登记"]


def test_a_date_is_always_iso_for_the_browser() -> None:
    class Day(FaceForm):
        on = forms.DateField(widget=DateInput)

    assert 'type="date"' in str(Day()["on"])


def test_hinted_checkboxes_keep_every_choice() -> None:
    class Many(FaceForm):
        default_renderer = FaceRenderer
        kinds = forms.MultipleChoiceField(
            choices=[("a", "甲"), ("b", "乙")], widget=HintedCheckboxes(hints={"b": "释"})
        )

    html = Many({"kinds": ["a", "b"]}).render()

    assert (html.count("checked"), html.count("choice-hint")) == (2, 1)


def test_a_long_text_has_its_lines_its_limit_and_its_words_for_too_much() -> None:
    class Statement(FaceForm):
        default_renderer = FaceRenderer
        reason = LongText("理由", 10, rows=4, required=False)

    form = Statement({"reason": "一二三四五六七八九十一"})

    assert ('rows="4"' in form.render(), 'data-limit="10"' in form.render()) == (True, True)
    assert form.errors == {"reason": ["最多 10 字，现在 11 字，请删减"]}

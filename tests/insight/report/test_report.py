import struct
from dataclasses import replace

import docx
import pytest

from tests.insight.figures.making import HALF_YEAR, day, row
from yixian.insight.figures import WHOLE_TIME, compose_figures
from yixian.insight.report import write_report
from yixian.insight.report.sections.characteristics import _composition
from yixian.language.heat import Report, rank

STATED = {"who": True, "what": True, "when": True, "where": True, "evidence": True}


def lines(tmp_path, rows, period=HALF_YEAR, **options):
    heats = rank(
        [Report(one.id, None, one.received_on) for one in rows],
        {one.id: one.matter or one.id for one in rows},
    )
    write_report(compose_figures(rows, period, heats, **options), tmp_path / "report.docx")
    return [line.text for line in docx.Document(tmp_path / "report.docx").paragraphs if line.text]


def accusations(count, **over):
    said = {
        "kind": "accusation",
        "channel": "letter",
        "motive": "self",
        "posts": ("村干部",),
        **STATED,
        **over,
    }
    return [row(n, f"2026-0{n % 6 + 1}-10", **said) for n in range(count)]


def test_the_report_has_the_sections_of_an_office(tmp_path):
    found = lines(tmp_path, accusations(40), office="青禾镇纪委")

    assert found[:2] == ["青禾镇纪委信访举报综合分析报告", "（2026年1月1日至2026年6月30日）"]
    assert [line for line in found if line[1:2] == "、" and line[0] in "一二三四五"] == [
        *("一、总体情况", "二、结构分析", "三、“四个特征”分析", "四、热点事项", "五、工作建议")
    ]
    assert "附：统计口径和数据说明" in found


def test_the_totals_tie_out_in_words(tmp_path):
    rows = [
        row(1, "2025-12-01"),
        row(2, "2026-02-01", closed_on=day("2026-03-01")),
        row(3, "2026-02-01"),
    ]

    found = lines(tmp_path, rows)

    assert "期初未结1件，本期新收2件，本期办结1件，期末未结2件（收结存相符），办结率33.3%。" in found


@pytest.mark.parametrize(
    ("selfish", "grade"),
    [(30, "动机单一化特征明显"), (20, "动机单一化特征有所体现"), (5, "动机单一化特征不明显")],
)
def test_the_words_follow_the_figures(tmp_path, selfish, grade):
    rows = accusations(selfish) + [
        row(f"p{n}", "2026-03-01", kind="accusation", motive="public", **STATED) for n in range(40 - selfish)
    ]

    assert [line for line in lines(tmp_path, rows) if grade in line] != []


def test_what_the_data_lack_is_said_and_not_guessed(tmp_path):
    found = lines(tmp_path, [row(n) for n in range(3)], closings_recorded=False)

    assert "台账没有登记办结日期，办结率和期末未结数本报告不作分析。" in found
    assert "台账没有登记信访方式、来源、初次重复情况、署名情况，本报告不作相应分析。" in found
    assert "没有信访方式的记录，无法测算，本报告不对形式多样化作判断。" in found
    assert "没有诉求动机的判断，无法测算，本报告不对动机单一化作判断。" in found
    assert "报告期内没有被反映两次及以上的事项，不列热点。" in found
    assert "现有数据不足以支持具体建议。建议先完善台账登记的信访方式、来源、署名和办结等栏目。" in found


def test_a_suggestion_stands_only_on_its_figure(tmp_path):
    vague = lines(tmp_path, accusations(40, evidence=False))
    precise = lines(tmp_path, accusations(40))

    assert [line[:13] for line in vague if "引导群众具体反映问题" in line] == ["（二）引导群众具体反映问题"]
    assert [line for line in precise if "引导群众具体反映问题" in line] == []


def test_a_ledger_without_dates_still_gives_a_report(tmp_path):
    found = lines(tmp_path, [row(1, None, kind="appeal"), row(2, None, kind="appeal")], period=WHOLE_TIME)

    assert found[1] == "（未注明日期）"
    assert found[3] == "报告期内，共收到信访举报2件次，经比对归并为2个事项。"
    assert "台账没有有效的收到日期，无法作时间分析。" in found


def test_an_empty_period_gives_a_report_that_says_so(tmp_path):
    assert (
        lines(tmp_path, [row(1, "2024-01-01")])[3] == "报告期内，共收到信访举报0件次，经比对归并为0个事项。"
    )


def test_the_charts_are_real_and_each_has_a_caption_and_words(tmp_path):
    found = lines(tmp_path, accusations(40))
    document = docx.Document(tmp_path / "report.docx")

    captions = [line for line in found if line.startswith("图")]
    assert len(document.inline_shapes) == len(captions) > 3
    assert all(shape._inline.docPr.get("descr") for shape in document.inline_shapes)


def test_every_figure_that_is_stated_has_its_definition(tmp_path):
    found = lines(tmp_path, accusations(40))
    appendix = found[found.index("（一）统计口径") :]

    defined = [line.split("．", 1)[1].split("：")[0] for line in appendix if "．" in line and "：" in line]
    assert defined == [
        *("收到信访举报", "来件类别", "信访方式", "期初未结", "本期新收", "本期办结", "期末未结"),
        *("动机单一化", "对象集中化", "内容抽象化", "形式多样化", "特征程度", "变化趋势", "热度"),
    ]


def moving(earlier, later, half):
    """Two halves of accusations with a share that is only one's own."""
    said = [n < earlier for n in range(half)] + [n < later for n in range(half)]
    return [
        row(
            f"{n:04}",
            f"2026-0{1 + n * 6 // (2 * half)}-10",
            kind="accusation",
            motive="self" if own else "public",
        )
        for n, own in enumerate(said)
    ]


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (moving(36, 33, 39), "前半期为92.3%，后半期为84.6%，下降7.7个百分点，因件数少，仅供参考。"),
        (moving(36, 35, 39), "前半期为92.3%，后半期为89.7%，基本平稳。"),
        (moving(36, 20, 39), "前半期为92.3%，后半期为51.3%，呈下降趋势。"),
        (moving(300, 345, 1000), "前半期为30.0%，后半期为34.5%，略有上升。"),
    ],
)
def test_a_change_is_said_earlier_half_first_and_as_surely_as_it_is_known(tmp_path, rows, words):
    (motive,) = [line for line in lines(tmp_path, rows) if "中，单纯维护个人利益的占" in line]

    assert motive.endswith(f"从变化看，{words}")


def test_a_share_that_is_all_by_necessity_is_not_said(tmp_path):
    (one,) = [line for line in lines(tmp_path, accusations(40)) if "对象集中化特征" in line]
    two = accusations(20) + [replace(each, id=f"o{each.id}", posts=("镇干部",)) for each in accusations(20)]
    (both,) = [line for line in lines(tmp_path, two) if "对象集中化特征" in line]

    assert "的有40件，均为“村干部”，对象集中化特征明显。" in one
    assert (
        "的有40件，只涉及“村干部”、“镇干部”2类，按集中程度折算，相当于来件平均分布在约2.0类对象上，" in both
    )


def test_departments_are_said_in_plain_grammar(tmp_path):
    (said,) = [line for line in lines(tmp_path, accusations(40, department="民政")) if "所属部门的" in line]

    assert said == "能够可靠判断所属部门的40件中，民政40件，占100.0%，居首位。"


def drawn(rows):
    """Height over width of the picture of motives."""
    motive = compose_figures(rows, HALF_YEAR, []).characteristics.motive
    width, height = struct.unpack(">II", _composition(motive)[16:24])
    return height / width


def test_narrow_parts_are_drawn_as_bars_of_their_own():
    mixed = [row(f"m{n}", kind="accusation", motive="mixed") for n in range(20)]

    assert drawn([*accusations(20), *mixed[:1]]) != drawn([*accusations(20), *mixed])


def test_accusations_that_are_all_of_another_issue_are_reported(tmp_path):
    found = lines(tmp_path, accusations(40, issues=("其他",)))

    assert "检举控告中，40件可判断问题性质。一件涉及多项问题的分别计入。" in found


def test_a_paper_that_leaves_names_nothing_small_and_gives_no_cell_back(tmp_path):
    small = accusations(3, place="乙村", posts=("村医",), channel="web") + accusations(2, place="丙村")
    rows = [replace(each, id=f"{n}") for n, each in enumerate(accusations(40, place="甲村") + small)]

    inside, outside = (" ".join(everything(tmp_path, rows, leaves=leaves)) for leaves in (False, True))

    said = ("“村医”", "网络3件", "均匀度0")
    assert [words in inside for words in said] == [True, True, True]
    assert [words in outside for words in (*said, "乙村")] == [False, False, False, False]
    assert "其余2个属地（合并） 5 11.1%" in outside
    assert "来信、网络（合并）45件，占100.0%" in outside


def everything(tmp_path, rows, **options):
    """Paragraphs and the cells of tables."""
    said = lines(tmp_path, rows, **options)
    document = docx.Document(tmp_path / "report.docx")
    return said + [cell.text for table in document.tables for line in table.rows for cell in line.cells]


def test_nothing_forces_a_page_to_end_half_empty(tmp_path):
    found = lines(tmp_path, accusations(40, issues=("低保",), matter="m"))
    document = docx.Document(tmp_path / "report.docx")

    assert document.element.xpath("//w:br[@w:type='page']") == []
    assert {round(shape.width.cm, 1) for shape in document.inline_shapes} == {12.6}
    assert [line for line in found if "问题性质（检举控告）" in line and line[0] in "图表"] == [
        "表2  问题性质（检举控告）"
    ]
    assert [table.rows[1].cells[4].text for table in document.tables[2:]] == ["2026.1.10至2026.6.10"]

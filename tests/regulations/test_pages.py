"""docs/generated/terms.md is what the code says today."""

from pathlib import Path

from yixian.regulations.pages import terms_page
from yixian.regulations.terms import TERMS

PAGE = Path(__file__).parents[2] / "docs" / "generated" / "terms.md"


def test_the_page_in_docs_is_fresh():
    assert PAGE.read_text(encoding="utf-8") == terms_page()


def test_every_term_has_its_row():
    rows = [line for line in terms_page().splitlines() if line.endswith("` |")]

    assert [row.split("`")[-2] for row in rows] == list(TERMS)


def test_a_row_tells_the_whole_term():
    assert (
        "| 信访事项办结 | 60日 | 自受理之日起 | 第三十四条 "
        "| 经本机关、单位负责人批准可以延长不超过30日，并告知信访人延期理由 "
        "| 2022-05-01 | A | 否 | `petition_handling` |"
    ) in terms_page().splitlines()

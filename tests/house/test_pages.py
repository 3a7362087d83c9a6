"""The pages that are written from the code say what the code says now."""

import pytest

from tools.generate import DOCS, pages, stale_pages


@pytest.mark.parametrize("name", sorted(pages()))
def test_every_generated_page_is_fresh(name):
    assert (DOCS / name).read_text("utf-8") == pages()[name](), f"docs/{name} 已过时，请执行 make generated"


def test_a_planted_change_is_found(tmp_path):
    for name, write in pages().items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(write(), "utf-8")
    planted = tmp_path / "generated" / "terms.md"
    planted.write_text(planted.read_text("utf-8").replace("15个工作日", "14个工作日"), "utf-8")

    found = stale_pages(tmp_path)

    assert found == [planted]

"""What the office reads in docs/guide is found from the README, short, and names what stands on the screen."""

from pathlib import Path

import pytest

from tests.house.rules.guides import dead_links, not_on_screen, screen_words, unlinked

ROOT = Path(__file__).resolve().parents[2]
FOLDER, README = ROOT / "docs/guide", ROOT / "README.zh.md"
GUIDES = sorted(FOLDER.glob("*.md"))
LONGEST = 60


@pytest.fixture(scope="module")
def words() -> frozenset[str]:
    return screen_words(ROOT / "yixian")


def test_every_guide_is_linked_from_the_chinese_readme():
    assert unlinked(README, FOLDER) == []


@pytest.mark.parametrize("page", [README, *GUIDES], ids=lambda page: page.stem)
def test_every_link_leads_to_a_page(page):
    assert dead_links(page) == []


@pytest.mark.parametrize("guide", GUIDES, ids=lambda page: page.stem)
def test_a_guide_is_short_and_what_it_quotes_from_the_screen_stands_there(guide, words):
    text = guide.read_text("utf-8")

    assert not_on_screen(text, words) == []
    assert len(text.splitlines()) <= LONGEST


def test_planted_faults_are_found(tmp_path, words):
    folder = tmp_path / "guide"
    folder.mkdir()
    (folder / "甲.md").write_text("见[乙](乙.md)、[丙](丙.md)。", "utf-8")
    (folder / "乙.md").write_text("按「登记信封」，再按「登记信封袋」。", "utf-8")
    readme = tmp_path / "README.md"
    readme.write_text("[甲](guide/甲.md)", "utf-8")

    assert unlinked(readme, folder) == ["乙.md"]
    assert dead_links(folder / "甲.md") == ["丙.md"]
    assert not_on_screen((folder / "乙.md").read_text("utf-8"), words) == ["登记信封袋"]

"""How a person is spoken of, as numbers; all invented."""

from yixian.language.persons import Name
from yixian.language.roles import NAMES, measures, spoken

TEXT = "举报村支书王建军\n王建军挪用集体资金。举报人：李春梅，是受害人。"
FOUND = [Name(5, 8, 0.9), Name(9, 12, 0.8), Name(23, 26, 0.7)]


def test_mentions_of_the_same_characters_are_one_person() -> None:
    persons = spoken(TEXT, FOUND)

    assert [(one.name, one.places, one.chance) for one in persons] == [
        ("王建军", ((5, 8), (9, 12)), 0.9),
        ("李春梅", ((23, 26),), 0.7),
    ]


def test_a_charged_office_holder_and_the_writer_are_told_apart() -> None:
    rows = measures(TEXT, 8, spoken(TEXT, FOUND), {"王建军": 4.0})
    accused, writer = (dict(zip(NAMES, row, strict=True)) for row in rows)

    columns = ("in subject", "before a charge", "label of writer", "weight by rule")
    assert [accused[column] for column in columns] == [1.0, 1.0, 0.0, 1.0]
    assert [writer[column] for column in columns] == [0.0, 0.0, 1.0, 0.0]

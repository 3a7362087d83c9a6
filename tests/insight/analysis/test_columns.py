from yixian.insight.analysis.columns import FIELDS, VOCABULARY
from yixian.toolkit.headings import plain


def test_every_field_has_a_name_for_the_user_and_usual_headings():
    assert set(VOCABULARY) == set(FIELDS)


def test_no_usual_heading_belongs_to_two_fields():
    headings = [plain(heading) for names in VOCABULARY.values() for heading in names]

    assert len(headings) == len(set(headings))

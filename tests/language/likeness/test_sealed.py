from yixian.language.likeness import Hit, TermKind, rank_by_shared_terms, terms

from .invented import SUBSIDY


def test_terms_name_the_person_the_phone_and_the_sender_with_their_kinds() -> None:
    found = terms(SUBSIDY)

    assert [term for term in found if term[0] is TermKind.PHONE] == [(TermKind.PHONE, "13900000000")]
    assert [term for term in found if term[0] is TermKind.PERSON] == [(TermKind.PERSON, "郑甲乙")]
    assert [term for term in found if term[0] is TermKind.SENDER] == [(TermKind.SENDER, "丁")]


def test_no_term_is_a_single_character() -> None:
    assert [word for kind, word in terms(SUBSIDY) if kind is TermKind.GRAM and len(word) != 3] == []


def test_terms_come_in_the_same_order_each_time() -> None:
    assert terms(SUBSIDY) == terms(SUBSIDY)
    assert len(terms(SUBSIDY)) == len(set(terms(SUBSIDY)))


def test_one_rare_name_outranks_many_common_trigrams() -> None:
    hits = [Hit("common", TermKind.GRAM, 900)] * 20 + [Hit("rare", TermKind.PERSON, 2)]

    assert [report for report, _ in rank_by_shared_terms(hits, reports=1000)] == ["rare", "common"]


def test_equal_scores_go_by_the_name_of_the_report() -> None:
    hits = [Hit("b", TermKind.GRAM, 3), Hit("a", TermKind.GRAM, 3)]

    assert [report for report, _ in rank_by_shared_terms(hits, reports=1000)] == ["a", "b"]

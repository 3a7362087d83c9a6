from uuid import uuid4

import pytest

from tests.protection.township import founded
from yixian.protection.actions import find_terms, forget_terms, index_terms, rank_terms, token
from yixian.protection.actions.tokens import Match, NoIndexKey, TooShort
from yixian.trail.models import Entry
from yixian.vault.blind import KEPT
from yixian.vault.models import IndexTail


def test_a_sealed_record_is_found_by_the_terms_it_was_given(office):
    by, record, other = office["clerk"], uuid4(), uuid4()
    index_terms(by=by, record=record, terms={"gram": ["石桥村", "低保费"], "phone": ["13800000999"]})
    index_terms(by=by, record=other, terms={"gram": ["石桥村"]})

    found = find_terms(by=office["handler"], terms={"gram": ["石桥村", "低保费", "没有的"]})

    assert {key: sorted(found[key], key=lambda match: match.term) for key in found} == {
        record: [Match("gram", "低保费", 1), Match("gram", "石桥村", 2)],
        other: [Match("gram", "石桥村", 2)],
    }


def test_a_term_of_one_kind_is_not_found_as_another(office):
    index_terms(by=office["clerk"], record=uuid4(), terms={"name": ["石桥"]})

    assert find_terms(by=office["clerk"], terms={"place": ["石桥"]}) == {}


def test_terms_that_count_for_nothing_rank_nobody(office):
    for _ in range(3):
        index_terms(by=office["clerk"], record=uuid4(), terms={"gram": ["举报信"]})

    ranked = rank_terms(
        by=office["clerk"], terms={"gram": ["举报信"]}, weigh=lambda kind, held, every: float(held <= 2)
    )
    assert ranked.best(0, 10) == []


def test_another_organ_makes_other_tokens_and_finds_nothing(office):
    other = founded(code="baiyang")
    index_terms(by=office["clerk"], record=uuid4(), terms={"gram": ["石桥村"]})

    assert token(office["clerk"], "cadre", 5) != token(other["clerk"], "cadre", 5)
    assert find_terms(by=other["clerk"], terms={"gram": ["石桥村"]}) == {}


def test_indexing_anew_replaces_what_was_there(office):
    by, record = office["clerk"], uuid4()
    index_terms(by=by, record=record, terms={"gram": ["石桥村"]})
    index_terms(by=by, record=record, terms={"gram": ["青石村"]})

    assert find_terms(by=by, terms={"gram": ["石桥村"]}) == {}
    assert list(find_terms(by=by, terms={"gram": ["青石村"]})) == [record]


def test_a_forgotten_record_is_found_no_more(office):
    by, record = office["clerk"], uuid4()
    index_terms(by=by, record=record, terms={"gram": ["石桥村"]})

    forget_terms(by=by, record=record)

    assert (find_terms(by=by, terms={"gram": ["石桥村"]}), IndexTail.objects.count()) == ({}, 0)


def test_single_characters_are_never_indexed(office):
    with pytest.raises(TooShort):
        index_terms(by=office["clerk"], record=uuid4(), terms={"gram": ["村"]})


@pytest.mark.parametrize("who", ["custodian", "auditor", "admin"])
def test_whoever_holds_no_office_key_cannot_search(office, who):
    with pytest.raises(NoIndexKey):
        find_terms(by=office[who], terms={"gram": ["石桥村"]})


def test_the_number_of_tokens_of_a_record_is_rounded_up(office):
    for words in (["石桥村"], [f"词{n:03}" for n in range(33)]):
        index_terms(by=office["clerk"], record=uuid4(), terms={"gram": words})

    sizes = sorted(len(held) // KEPT for held in IndexTail.objects.values_list("tokens", flat=True))
    assert sizes == [32, 64]


def test_a_search_is_in_the_trail_and_its_words_are_not(office):
    find_terms(by=office["clerk"], terms={"gram": ["金丝雀正文"]})

    entry = Entry.objects.order_by("-seq").first()
    assert (entry.act, entry.subject) == ("protection.find_terms", f"organ:{office.organ.pk}")


def test_whoever_is_tied_to_a_cadre_carries_the_same_token_as_the_report(db):
    from yixian.roster.actions import declare_kinship
    from yixian.roster.enums import CadreLevel, Relation, UnitKind
    from yixian.roster.models import Cadre, Unit

    office = founded()
    unit = Unit.objects.create(organ=office.organ, name="石桥村委会", kind=UnitKind.VILLAGE_COMMITTEE)
    cadre = Cadre.objects.create(unit=unit, name="村主任甲", post="村主任", level=CadreLevel.VILLAGE)
    declare_kinship(
        by=office["auditor"], staff=office.staff["auditor"], cadre=cadre, relation=Relation.SPOUSE
    )

    reported = token(office["clerk"], "cadre", cadre.pk)

    assert office.sit("auditor").tokens == {reported}
    assert office.sit("clerk").tokens == frozenset()


def test_someone_with_ties_and_without_the_guard_key_is_marked(db):
    from yixian.roster.actions import declare_kinship
    from yixian.roster.enums import CadreLevel, Relation, UnitKind
    from yixian.roster.models import Cadre, Unit

    office = founded()
    unit = Unit.objects.create(organ=office.organ, name="石桥村委会", kind=UnitKind.VILLAGE_COMMITTEE)
    cadre = Cadre.objects.create(unit=unit, name="村主任甲", post="村主任", level=CadreLevel.VILLAGE)
    declare_kinship(
        by=office["analyst"], staff=office.staff["analyst"], cadre=cadre, relation=Relation.SPOUSE
    )

    assert [office.sit(who).unguarded for who in ("analyst", "auditor", "clerk")] == [True, False, False]

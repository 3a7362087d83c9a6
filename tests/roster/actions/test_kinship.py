import pytest

from tests.roster.conftest import DAY, acting
from yixian.roster.actions import NotKeeper, NotOwnKinship, declare_kinship, withdraw_kinship
from yixian.roster.enums import Relation, Role
from yixian.roster.queries import kin_cadre_ids


def test_a_person_declares_a_relative(clerk, cadre):
    declare_kinship(by=acting(clerk, Role.CLERK), staff=clerk, cadre=cadre, relation=Relation.IN_LAW)

    assert kin_cadre_ids(clerk) == frozenset({cadre.pk})


def test_a_colleague_cannot_declare_for_another(clerk, admin_account, cadre):
    with pytest.raises(NotOwnKinship):
        declare_kinship(
            by=acting(clerk, Role.CLERK), staff=admin_account, cadre=cadre, relation=Relation.IN_LAW
        )

    assert kin_cadre_ids(admin_account) == frozenset()


def test_the_administrator_lifts_a_mistaken_declaration(admin, clerk, cadre):
    kinship = declare_kinship(by=admin, staff=clerk, cadre=cadre, relation=Relation.IN_LAW)

    withdrawn = withdraw_kinship(by=admin, kinship=kinship, on=DAY)

    assert withdrawn.withdrawn_on == DAY
    assert kin_cadre_ids(clerk) == frozenset()


def test_nobody_lifts_their_own_bar(admin, admin_account, clerk, cadre):
    own = declare_kinship(by=admin, staff=admin_account, cadre=cadre, relation=Relation.SPOUSE)
    other = declare_kinship(by=admin, staff=clerk, cadre=cadre, relation=Relation.SPOUSE)

    with pytest.raises(NotOwnKinship):
        withdraw_kinship(by=admin, kinship=own, on=DAY)
    with pytest.raises(NotKeeper):
        withdraw_kinship(by=acting(clerk, Role.CLERK), kinship=other, on=DAY)

    assert kin_cadre_ids(admin_account) == kin_cadre_ids(clerk) == frozenset({cadre.pk})

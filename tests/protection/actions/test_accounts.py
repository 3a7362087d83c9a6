"""Who gets which key, who hands it over, and what is left in the hands of whoever is gone."""

import pytest

from tests.protection.township import DAY, PEOPLE, founded, phrase_of
from yixian.protection.actions import (
    NoKey,
    TooManyAttempts,
    WrongPassphrase,
    change_passphrase,
    close_account,
    find_terms,
    found_office,
    grant_role,
    hand_keys,
    index_terms,
    keys_awaited,
    open_account,
    open_seal,
    open_sitting,
    recover_office,
    renew_account,
    revoke_role,
    seal,
)
from yixian.protection.actions.accounts import WeakPassphrase
from yixian.protection.actions.founding import (
    AlreadyFounded,
    Founder,
    NobodyInCharge,
    NotTheChief,
    WrongHalves,
)
from yixian.protection.actions.handing import NothingToHand
from yixian.protection.officer import SYSTEM
from yixian.protection.permits import NotPermitted
from yixian.protection.queries import open_alerts
from yixian.roster.actions import StaffFacts
from yixian.roster.enums import Role
from yixian.trail.models import Entry
from yixian.vault.models import DataKeyWrap, Keyholder, KeyShare, OrganKey


@pytest.fixture
def letter(office):
    return seal(organ_id=office.organ.pk, context="r|1|account", slots={"title": "村账问题"})


def held(who):
    shares = KeyShare.objects.filter(keyholder__staff_ref=who.pk, organ_key__retired_on=None)
    return sorted(shares.order_by("pk").values_list("organ_key__purpose", "part"))


@pytest.mark.parametrize(
    ("who", "keys"),
    [
        ("clerk", [("office", "whole")]),
        ("handler", [("office", "whole")]),
        ("chief", [("identity", "whole"), ("office", "whole")]),
        ("custodian", [("identity", "whole"), ("office", "guard")]),
        ("member", [("office", "guard")]),
        ("auditor", [("office", "guard")]),
        ("admin", []),
        ("supervisor", []),
        ("analyst", []),
    ],
)
def test_each_role_holds_the_keys_of_its_work_and_no_other(office, who, keys):
    assert held(office.staff[who]) == keys


def test_an_office_without_a_chief_or_an_administrator_is_not_founded(db):
    with pytest.raises(NobodyInCharge):
        founded(people=("clerk", "chief"))


def test_an_office_is_founded_once(office):
    founders = [Founder(office.staff["chief"], (Role.CHIEF,)), Founder(office.staff["admin"], (Role.ADMIN,))]

    with pytest.raises(AlreadyFounded):
        found_office(by=SYSTEM, organ_id=office.organ.pk, founders=founders, on=DAY)


def test_what_is_printed_at_set_up_does_not_show_itself(office):
    assert repr(office.founding) == "Founding()"


def new_handler(office):
    facts = StaffFacts(username="xinren", name="承办癸", organ=office.organ)
    return open_account(by=office["admin"], facts=facts, roles=(Role.HANDLER,), on=DAY)


def test_a_new_account_has_a_role_and_no_key_until_the_chief_hands_it_over(office, letter):
    opened = new_handler(office)
    newcomer = open_sitting(username="xinren", passphrase=opened.phrase)
    with pytest.raises(NoKey):
        open_seal(by=newcomer, seal=letter)

    assert keys_awaited(office["chief"]) == [opened.staff]
    hand_keys(by=office["chief"], staff=opened.staff)

    assert open_seal(by=newcomer, seal=letter) == {"title": "村账问题"}
    assert keys_awaited(office["chief"]) == []


def test_the_administrator_can_hand_no_key_and_nobody_can_to_themselves(office):
    opened = new_handler(office)

    with pytest.raises(NotPermitted):
        hand_keys(by=office["admin"], staff=opened.staff)
    with pytest.raises(NotPermitted):
        hand_keys(by=office["chief"], staff=office.staff["chief"])


def test_a_custodian_cannot_hand_over_the_office_key(office):
    with pytest.raises(NothingToHand):
        hand_keys(by=office["custodian"], staff=new_handler(office).staff)


def test_the_chief_of_another_organ_cannot_hand_keys_here(office):
    other = founded(code="baiyang")

    with pytest.raises(NotPermitted):
        hand_keys(by=other["chief"], staff=new_handler(office).staff)


def test_a_granted_role_waits_for_its_keys(office):
    grant_role(by=office["admin"], staff=office.staff["analyst"], role=Role.HANDLER, on=DAY)

    assert [staff.pk for staff in keys_awaited(office["chief"])] == [office.staff["analyst"].pk]


def test_nobody_but_the_administrator_gives_roles(office):
    for who in set(PEOPLE) - {"admin"}:
        with pytest.raises(NotPermitted):
            grant_role(by=office[who], staff=office.staff["analyst"], role=Role.HANDLER, on=DAY)


def test_after_revocation_a_removed_share_opens_nothing_old_or_new(office, letter):
    clerk = office["clerk"]
    stolen = next(private for _, private in clerk.keys.shares(purpose="office"))

    revoke_role(by=office["admin"], staff=office.staff["clerk"], role=Role.CLERK, on=DAY)
    office.sit("chief")  # the next holder who logs in wraps what is there to the new key
    later = seal(organ_id=office.organ.pk, context="r|2|account", slots={"title": "之后的件"})

    for made in (letter, later):
        with pytest.raises(NoKey):
            open_seal(by=clerk, seal=made)
    old = OrganKey.objects.get(purpose="office", version=1)
    assert DataKeyWrap.objects.filter(organ_key=old).count() == 0
    assert not any(opens(stolen, wrap) for wrap in DataKeyWrap.objects.order_by("pk"))


def opens(private, wrap):
    from yixian.vault.crypto import Broken
    from yixian.vault.sealing import unwrap

    try:
        return bool(unwrap(wrap, private))
    except Broken:
        return False


def test_after_revocation_the_others_go_on_reading_old_and_new(office, letter):
    revoke_role(by=office["admin"], staff=office.staff["clerk"], role=Role.CLERK, on=DAY)
    later = seal(organ_id=office.organ.pk, context="r|2|account", slots={"title": "之后的件"})

    for who in ("handler", "chief"):
        sitting = office.sit(who)
        assert [open_seal(by=sitting, seal=made)["title"] for made in (letter, later)] == [
            "村账问题",
            "之后的件",
        ]


def test_records_indexed_before_a_revocation_are_still_found_after_it(office):
    from uuid import uuid4

    before, after = uuid4(), uuid4()
    index_terms(by=office["handler"], record=before, terms={"place": ["石桥村"]})
    revoke_role(by=office["admin"], staff=office.staff["clerk"], role=Role.CLERK, on=DAY)
    handler = office.sit("handler")
    index_terms(by=handler, record=after, terms={"place": ["石桥村"]})

    found = find_terms(by=handler, terms={"place": ["石桥村"]})

    assert {record: [match.df for match in matches] for record, matches in found.items()} == {
        before: [2],
        after: [2],
    }


def test_a_closed_account_logs_in_no_more_and_holds_no_share(office):
    close_account(by=office["admin"], staff=office.staff["clerk"], on=DAY)

    with pytest.raises(WrongPassphrase):
        office.sit("clerk")
    assert held(office.staff["clerk"]) == []


def test_a_new_phrase_opens_what_the_old_one_opened(office, letter):
    change_passphrase(by=office["handler"], old=phrase_of("handler"), new="石桥村的柿子红了三遍")

    with pytest.raises(WrongPassphrase):
        office.sit("handler")
    assert open_seal(by=office.sit("handler", "石桥村的柿子红了三遍"), seal=letter) == {"title": "村账问题"}


def test_nobody_guesses_the_old_phrase_at_an_open_desk(office):
    for _ in range(5):
        with pytest.raises(WrongPassphrase):
            change_passphrase(by=office["handler"], old="不是这一句口令啊啊", new="石桥村的柿子红了三遍")

    with pytest.raises(TooManyAttempts):
        change_passphrase(by=office["handler"], old=phrase_of("handler"), new="石桥村的柿子红了三遍")


@pytest.mark.parametrize("weak", ["", "123456789", "ababababababab", "qinghe.handler1"])
def test_weak_phrases_are_refused(office, weak):
    with pytest.raises(WeakPassphrase):
        change_passphrase(by=office["handler"], old=phrase_of("handler"), new=weak)


def test_a_renewed_account_begins_without_keys(office, letter):
    opened = renew_account(by=office["admin"], staff=office.staff["handler"])
    again = office.sit("handler", opened.phrase)

    with pytest.raises(NoKey):
        open_seal(by=again, seal=letter)
    assert again.must_change_passphrase is True


def test_the_administrator_alone_makes_nobody_who_meets_a_report(office):
    chief = renew_account(by=office["admin"], staff=office.staff["chief"])
    made = open_account(
        by=office["admin"],
        facts=StaffFacts(username="newcomer", name="新来辰", organ=office.organ),
        roles=(Role.CHIEF, Role.ANALYST),
        on=DAY,
    )

    renewed, new = (
        open_sitting(username=each.staff.username, passphrase=each.phrase) for each in (chief, made)
    )

    assert (renewed.roles, new.roles) == (frozenset(), {Role.ANALYST})


def test_whoever_waits_for_keys_may_change_the_first_phrase(office):
    phrase = renew_account(by=office["admin"], staff=office.staff["clerk"]).phrase

    change_passphrase(by=office.sit("clerk", phrase), old=phrase, new="石桥村的柿子红了三遍")

    assert office.sit("clerk", "石桥村的柿子红了三遍").must_change_passphrase is False


def test_both_halves_give_the_chief_every_key_again(office, letter):
    opened = recover_office(by=SYSTEM, staff=office.staff["chief"], halves=office.founding.halves)

    chief = office.sit("chief", opened.phrase)

    assert open_seal(by=chief, seal=letter) == {"title": "村账问题"}
    assert held(office.staff["chief"]) == [("identity", "whole"), ("office", "whole")]


def test_recovery_also_opens_what_was_sealed_after_a_revocation(office):
    revoke_role(by=office["admin"], staff=office.staff["clerk"], role=Role.CLERK, on=DAY)
    later = seal(organ_id=office.organ.pk, context="r|2|account", slots={"title": "之后的件"})

    opened = recover_office(by=SYSTEM, staff=office.staff["chief"], halves=office.founding.halves)

    assert open_seal(by=office.sit("chief", opened.phrase), seal=later) == {"title": "之后的件"}


def test_the_halves_give_nothing_to_anybody_but_the_chief(office):
    with pytest.raises(NotTheChief, match="不是在岗的纪委书记"):
        recover_office(by=SYSTEM, staff=office.staff["clerk"], halves=office.founding.halves)

    assert held(office.staff["clerk"]) == [("office", "whole")]


def test_one_half_or_the_halves_of_another_office_recover_nothing(office):
    one, _ = office.founding.halves
    other = founded(code="baiyang").founding.halves

    for halves in ((one, one), other, ("", "")):
        with pytest.raises(WrongHalves):
            recover_office(by=SYSTEM, staff=office.staff["chief"], halves=halves)


def test_five_wrong_phrases_close_the_account_for_a_while_and_tell_the_chief(office):
    for _ in range(5):
        with pytest.raises(WrongPassphrase):
            office.sit("handler", "不是这一句口令啊啊")

    with pytest.raises(TooManyAttempts, match="15分钟后再试"):
        office.sit("handler")
    assert [alert.kind for alert in open_alerts(office["chief"])] == ["login_blocked"]


def test_a_right_phrase_clears_the_count(office):
    for _ in range(4):
        with pytest.raises(WrongPassphrase):
            office.sit("handler", "不是这一句口令啊啊")
    office.sit("handler")
    with pytest.raises(WrongPassphrase):
        office.sit("handler", "不是这一句口令啊啊")

    assert office.sit("handler").name == "承办乙"


def test_each_log_in_and_each_failure_is_in_the_trail(office):
    with pytest.raises(WrongPassphrase):
        office.sit("handler", "不是这一句口令啊啊")
    office.sit("handler")

    entries = Entry.objects.filter(act="protection.open_sitting").order_by("seq")

    handler = office.staff["handler"]
    assert list(entries.values_list("actor", "subject", "outcome", "why")) == [
        ("public", f"roster.staff:{handler.pk}", "refused", "wrong_passphrase"),
        (f"staff:{handler.pk}", f"roster.staff:{handler.pk}", "done", ""),
    ]


def test_two_accounts_with_one_phrase_have_nothing_in_common_at_rest(office):
    first, second = Keyholder.objects.order_by("pk")[:2]

    assert bytes(first.salt) != bytes(second.salt)
    assert bytes(first.wrapped_private) != bytes(second.wrapped_private)


def test_a_key_put_into_another_account_does_not_open(office):
    chief, clerk = (Keyholder.objects.get(staff_ref=office.staff[who].pk) for who in ("chief", "clerk"))
    Keyholder.objects.filter(pk=chief.pk).update(
        wrapped_private=clerk.wrapped_private, salt=clerk.salt, public=clerk.public
    )

    with pytest.raises(WrongPassphrase):
        office.sit("chief", phrase_of("clerk"))


def test_a_public_key_put_in_place_of_the_organs_is_noticed_at_the_next_log_in(office):
    attackers = OrganKey.objects.get(purpose="identity").public
    OrganKey.objects.filter(purpose="office").update(public=attackers)

    office.sit("handler")

    assert [alert.kind for alert in open_alerts(office["chief"])][-1] == "key_replaced"


def test_keys_cannot_be_printed_or_written(office):
    import pickle

    officer = office["chief"]

    assert "keys" not in repr(officer)
    assert repr(officer.keys) == "<Ring>"
    with pytest.raises(TypeError):
        pickle.dumps(officer.keys)

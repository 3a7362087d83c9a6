"""Who is supervised."""

from yixian.regulations.supervision_law import SupervisedKind, may_accept_about


def test_a_village_official_is_supervised_without_being_a_member():
    assert may_accept_about(SupervisedKind.GRASSROOTS, party_member=False)


def test_a_member_who_holds_no_office_answers_to_party_discipline():
    assert may_accept_about(SupervisedKind.NONE, party_member=True)


def test_neither_member_nor_supervised_is_a_warning_because_nobody_read_the_print():
    ruling = may_accept_about(SupervisedKind.NONE, party_member=False)

    assert (bool(ruling), ruling.blocks) == (False, False)

import pytest

from yixian.protection.actions import WrongCode, issue_receipt, make_code, present_code
from yixian.trail.models import Entry
from yixian.vault.crypto.codes import with_check_digit
from yixian.vault.crypto.suite import CODE_COSTS
from yixian.vault.models import CodeSalt, Receipt

pytestmark = pytest.mark.django_db
UNKNOWN = with_check_digit("1" * 20)


def test_whoever_presents_the_code_is_its_reporter():
    issued = issue_receipt(make_code())

    assert present_code(issued.code).receipt_id == issued.receipt_id


def test_a_code_dictated_on_the_telephone_is_taken():
    issued = issue_receipt(make_code())

    spoken = issued.code.translate(str.maketrans("0123456789", "零幺二三四五六七八九")).replace(" ", "，")

    assert present_code(spoken).receipt_id == issued.receipt_id


@pytest.mark.parametrize("code", ["", "我的码", "123", UNKNOWN, UNKNOWN[:-1] + "0"])
def test_a_wrong_code_gets_one_and_the_same_answer(code):
    issue_receipt(make_code())

    with pytest.raises(WrongCode, match="没有找到这个查询码"):
        present_code(code)


def test_neither_the_code_nor_its_key_is_kept():
    issued = issue_receipt(make_code())
    digits = issued.code.replace(" ", "")

    row = Receipt.objects.get()

    kept = bytes(row.lookup) + bytes(row.public) + str(row.pk).encode()
    assert digits.encode() not in kept
    assert present_code(issued.code).keys.private not in kept


def test_a_code_does_not_show_itself():
    assert issue_receipt(make_code()).code not in repr(issue_receipt(make_code()))


def test_the_trail_tells_no_reporter_from_another():
    first, second = issue_receipt(make_code()), issue_receipt(make_code())

    for issued in (first, second):
        present_code(issued.code)
    with pytest.raises(WrongCode):
        present_code(UNKNOWN)

    entries = Entry.objects.order_by("seq").values_list("actor", "act", "subject", "outcome", "at__minute")
    assert list(entries) == [
        ("public", "protection.present_code", "", "done", 0),
        ("public", "protection.present_code", "", "done", 0),
        ("public", "protection.present_code", "", "refused", 0),
    ]


def test_a_right_code_is_heard_however_many_wrong_ones_were_tried():
    issued = issue_receipt(make_code())
    for _ in range(60):
        with pytest.raises(WrongCode):
            present_code(UNKNOWN)

    assert present_code(issued.code).receipt_id == issued.receipt_id


def test_a_code_costs_a_thief_no_less_than_what_is_advised_for_pass_phrases():
    least = CODE_COSTS["office"]

    assert (least.passes >= 2, least.memory >= 19 * 2**20) == (True, True)


def test_codes_given_before_the_cost_changed_still_open(settings):
    issued = issue_receipt(make_code())
    settings.YIXIAN_KDF = "office"

    assert present_code(issued.code).receipt_id == issued.receipt_id
    assert CodeSalt.objects.get().cost == str(CODE_COSTS["test"])

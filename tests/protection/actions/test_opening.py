import pytest
from django.db import connection

from tests.protection.township import founded
from yixian.protection.actions import (
    NoKey,
    SealBroken,
    erase_copy,
    erase_seal,
    forget_own_wrap,
    issue_receipt,
    make_code,
    open_bytes,
    open_seal,
    open_seals,
    open_versions,
    present_code,
    reseal_slots,
    rewrap,
    seal,
)
from yixian.protection.actions.opening import NotOwnCopy, OnlyWrap
from yixian.protection.actions.rings import NoSitting
from yixian.protection.officer import PUBLIC
from yixian.protection.permits import NotPermitted
from yixian.trail.models import Entry
from yixian.vault.models import DataKey, DataKeyWrap, SealedItem


@pytest.fixture
def letter(office):
    return seal(
        organ_id=office.organ.pk,
        context="reception.report|1|account",
        slots={"title": "村账问题", "account": "金丝雀正文"},
    )


def last_entry():
    entry = Entry.objects.order_by("-seq").first()
    return (entry.actor, entry.act, entry.subject, entry.outcome, entry.why)


def test_the_handler_reads_what_was_sealed_with_public_keys_only(office, letter):
    assert open_seal(by=office["handler"], seal=letter) == {"title": "村账问题", "account": "金丝雀正文"}


def test_one_slot_can_be_asked_for(office, letter):
    assert open_seal(by=office["handler"], seal=letter, slots=["title"]) == {"title": "村账问题"}


@pytest.mark.parametrize("who", ["custodian", "member", "auditor", "admin", "supervisor", "analyst"])
def test_whoever_holds_no_office_key_cannot_open_a_letter(office, letter, who):
    with pytest.raises(NoKey):
        open_seal(by=office[who], seal=letter)


def test_nobody_opens_anything_without_a_sitting(office, letter):
    with pytest.raises(NoSitting):
        open_seal(by=PUBLIC, seal=letter)


def test_another_organ_cannot_open_it(office, letter):
    other = founded(code="baiyang")

    with pytest.raises(NoKey):
        open_seal(by=other["chief"], seal=letter)


def test_reading_is_in_the_trail_by_record(office, letter):
    open_seal(by=office["handler"], seal=letter)

    assert last_entry() == (
        office["handler"].actor,
        "protection.open_seal",
        "reception.report|1|account",
        "done",
        "",
    )


def test_a_refused_reading_is_in_the_trail(office, letter):
    with pytest.raises(NoKey):
        open_seal(by=office["admin"], seal=letter)

    assert last_entry()[1:] == (
        "protection.open_seal",
        "reception.report|1|account",
        "refused",
        "no_key",
    )


def test_a_list_is_opened_with_three_queries_whatever_its_length(office, django_assert_num_queries):
    made = [seal(organ_id=office.organ.pk, context=f"t|{n}|f", slots={"title": f"第{n}件"}) for n in range(3)]
    by = office["handler"]
    entry = 5 if connection.vendor == "postgresql" else 4  # PostgreSQL asks for the lock of the chain besides

    for seals in (made[:1], made):
        with django_assert_num_queries(3 + entry):
            opened = open_seals(by=by, seals=seals, slot="title")
        assert set(opened) == set(seals)


def test_a_list_leaves_out_what_does_not_open(office, letter):
    other = founded(code="baiyang")
    foreign = seal(organ_id=other.organ.pk, context="t|1|f", slots={"title": "别处的件"})

    assert open_seals(by=office["clerk"], seals=[letter, foreign, None], slot="title") == {letter: "村账问题"}


def test_a_ciphertext_moved_to_another_seal_does_not_open(office, letter):
    other = seal(organ_id=office.organ.pk, context="reception.report|2|account", slots={"title": "别的件"})
    moved = SealedItem.objects.get(data_key=letter, slot="title")
    SealedItem.objects.filter(data_key=other, slot="title").update(ciphertext=moved.ciphertext)

    with pytest.raises(SealBroken):
        open_seal(by=office["handler"], seal=other)


def test_a_ciphertext_moved_to_another_slot_does_not_open(office, letter):
    moved = SealedItem.objects.get(data_key=letter, slot="title")
    SealedItem.objects.filter(data_key=letter, slot="account").update(ciphertext=moved.ciphertext)

    with pytest.raises(SealBroken):
        open_seal(by=office["handler"], seal=letter)


def test_a_wrap_moved_to_another_seal_does_not_open(office, letter):
    other = seal(organ_id=office.organ.pk, context="reception.report|2|account", slots={"title": "别的件"})
    wrap = DataKeyWrap.objects.get(data_key=letter)
    DataKeyWrap.objects.filter(data_key=other).update(wrapped=wrap.wrapped)

    with pytest.raises(SealBroken):
        open_seal(by=office["handler"], seal=other)


def test_a_seal_whose_context_was_rewritten_does_not_open(office, letter):
    DataKey.objects.filter(pk=letter).update(context="reception.report|2|account")

    with pytest.raises(SealBroken):
        open_seal(by=office["handler"], seal=letter)


def test_two_rows_whose_seals_were_exchanged_are_noticed(office, letter):
    with pytest.raises(SealBroken):
        open_seal(by=office["handler"], seal=letter, context="reception.report|2|account")


def test_an_old_version_cannot_be_passed_off_as_the_new_one(office, letter):
    reseal_slots(by=office["clerk"], seal=letter, slots={"title": "改后的题目"})
    SealedItem.objects.filter(data_key=letter, slot="title", version=2).delete()
    SealedItem.objects.filter(data_key=letter, slot="title", version=1).update(version=2)

    with pytest.raises(SealBroken):
        open_seal(by=office["handler"], seal=letter)


def test_a_change_is_a_new_version_and_the_old_one_stays(office, letter):
    reseal_slots(by=office["clerk"], seal=letter, slots={"title": "改后的题目"})

    assert open_seal(by=office["handler"], seal=letter, slots=["title"]) == {"title": "改后的题目"}
    assert open_versions(by=office["handler"], seal=letter, slot="title") == ["村账问题", "改后的题目"]


def test_an_attachment_comes_back_byte_for_byte(office):
    scan = bytes(range(256)) * 40
    made = seal(organ_id=office.organ.pk, context="t|1|f", slots={"scan": scan, "title": "信"})

    assert open_bytes(by=office["clerk"], seal=made, slot="scan") == scan
    assert open_seal(by=office["clerk"], seal=made) == {"title": "信"}


def test_a_reporter_reads_the_answer_by_code_and_no_other(office):
    mine, other = issue_receipt(make_code()), issue_receipt(make_code())
    answer = seal(
        organ_id=office.organ.pk,
        context="reception.message|1|content",
        slots={"text": "已受理"},
        receipt=mine.receipt_id,
    )

    assert open_seal(by=present_code(mine.code), seal=answer) == {"text": "已受理"}
    with pytest.raises(NoKey):
        open_seal(by=present_code(other.code), seal=answer)


def test_the_office_reads_what_it_sealed_to_the_reporter_too(office):
    receipt = issue_receipt(make_code()).receipt_id
    answer = seal(organ_id=office.organ.pk, context="m|1|c", slots={"text": "已受理"}, receipt=receipt)

    assert open_seal(by=office["handler"], seal=answer) == {"text": "已受理"}


def test_a_transferred_report_opens_at_the_other_organ(office, letter):
    other = founded(code="baiyang")

    rewrap(by=office["chief"], seal=letter, organ_id=other.organ.pk)

    assert open_seal(by=other["handler"], seal=letter, slots=["title"]) == {"title": "村账问题"}
    assert open_seal(by=office["handler"], seal=letter, slots=["title"]) == {"title": "村账问题"}


def test_an_envelope_forgets_its_own_way_in(office, letter):
    other = founded(code="baiyang")
    rewrap(by=office["chief"], seal=letter, organ_id=other.organ.pk)

    forget_own_wrap(by=office["chief"], seal=letter)

    assert open_seal(by=other["chief"], seal=letter, slots=["title"]) == {"title": "村账问题"}
    with pytest.raises(NoKey):
        open_seal(by=office["chief"], seal=letter)


def test_the_last_way_in_cannot_be_forgotten(office, letter):
    with pytest.raises(OnlyWrap):
        forget_own_wrap(by=office["chief"], seal=letter)

    assert open_seal(by=office["chief"], seal=letter, slots=["title"]) == {"title": "村账问题"}


def test_an_erased_seal_is_gone_for_everyone(office, letter):
    erase_seal(by=office["chief"], seal=letter, on=office_day())

    with pytest.raises(NoKey):
        open_seal(by=office["chief"], seal=letter)
    assert (SealedItem.objects.filter(data_key=letter).count(), DataKey.objects.get(pk=letter).erased_on) == (
        0,
        office_day(),
    )


def test_a_handler_cannot_erase(office, letter):
    with pytest.raises(NotPermitted):
        erase_seal(by=office["handler"], seal=letter, on=office_day())


def test_a_working_copy_is_destroyed_by_whoever_can_open_it(office, letter):
    erase_copy(by=office["handler"], seal=letter, context="reception.report|1|account", on=office_day())

    with pytest.raises(NoKey):
        open_seal(by=office["handler"], seal=letter)


def test_a_seal_put_in_the_place_of_a_copy_is_not_destroyed(office, letter):
    with pytest.raises(SealBroken, match="没有销毁"):
        erase_copy(by=office["handler"], seal=letter, context="reception.scanpage|7|picture", on=office_day())

    assert open_seal(by=office["handler"], seal=letter, slots=["title"]) == {"title": "村账问题"}


def test_what_somebody_else_can_open_is_no_copy_to_be_destroyed(office):
    context = "reception.report|2|account"
    told = seal(
        organ_id=office.organ.pk,
        context=context,
        slots={"text": "给反映人的话"},
        receipt=issue_receipt(make_code()).receipt_id,
    )

    with pytest.raises(NotOwnCopy, match="不是底稿"):
        erase_copy(by=office["handler"], seal=told, context=context, on=office_day())


def test_names_of_any_usual_length_leave_ciphertexts_of_one_length(office):
    for name in ("丁一", "欧阳甲乙", "阿卜杜热合曼·某某"):
        seal(organ_id=office.organ.pk, context=f"t|{name}|f", slots={"name": name})

    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT length(ciphertext) FROM vault_sealeditem WHERE slot='name'")
        assert len(cursor.fetchall()) == 1


def office_day():
    from tests.protection.township import DAY

    return DAY

import pytest

from yixian.vault.crypto import Broken, Cost, context_bytes, suite

HERE = context_bytes("item", "reception.report.account", 7, "title")


def test_what_was_sealed_opens_with_its_key_at_its_place():
    key = suite().new_key()

    assert suite().open(key, suite().seal(key, b"words", HERE), HERE) == b"words"


@pytest.mark.parametrize(
    "elsewhere",
    [
        context_bytes("item", "reception.report.account", 8, "title"),
        context_bytes("item", "reception.report.account", 7, "account"),
        context_bytes("item", "reception.message.content", 7, "title"),
        b"",
    ],
)
def test_a_ciphertext_moved_to_another_place_does_not_open(elsewhere):
    key = suite().new_key()
    sealed = suite().seal(key, b"words", HERE)

    with pytest.raises(Broken):
        suite().open(key, sealed, elsewhere)


def test_no_byte_of_a_ciphertext_can_be_changed():
    key = suite().new_key()
    sealed = suite().seal(key, b"words", HERE)

    for place in range(len(sealed)):
        changed = sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :]
        with pytest.raises(Broken):
            suite().open(key, changed, HERE)


@pytest.mark.parametrize("cut", [0, 1, 20, 25, 40])
def test_a_shortened_ciphertext_does_not_open(cut):
    key = suite().new_key()
    sealed = suite().seal(key, b"words", HERE)

    with pytest.raises(Broken):
        suite().open(key, sealed[:cut], HERE)


def test_another_key_does_not_open_it():
    sealed = suite().seal(suite().new_key(), b"words", HERE)

    with pytest.raises(Broken):
        suite().open(suite().new_key(), sealed, HERE)


def test_sealing_twice_never_gives_the_same_bytes():
    key = suite().new_key()

    assert suite().seal(key, b"words", HERE) != suite().seal(key, b"words", HERE)


def test_only_the_holder_of_the_private_key_opens_a_box():
    holder, other = suite().new_pair(), suite().new_pair()
    boxed = suite().box(holder.public, b"a key", HERE)

    assert suite().unbox(holder.private, boxed, HERE) == b"a key"
    with pytest.raises(Broken):
        suite().unbox(other.private, boxed, HERE)


def test_a_box_moved_to_another_place_does_not_open():
    holder = suite().new_pair()
    boxed = suite().box(holder.public, b"a key", HERE)

    with pytest.raises(Broken):
        suite().unbox(holder.private, boxed, context_bytes("elsewhere"))


@pytest.mark.parametrize("boxed", [b"", b"short", bytes(32) + b"rest", bytes(80)])
def test_a_forged_box_is_broken_and_not_a_crash(boxed):
    with pytest.raises(Broken):
        suite().unbox(suite().new_pair().private, boxed, HERE)


def test_stretching_is_the_same_for_the_same_phrase_salt_and_cost_only():
    cost, salt = Cost(1, 8192), bytes(16)
    first = suite().stretch("一句口令", salt, cost, 32)

    assert suite().stretch("一句口令", salt, cost, 32) == first
    assert suite().stretch("一句口令 ", salt, cost, 32) != first
    assert suite().stretch("一句口令", b"1" * 16, cost, 32) != first
    assert suite().stretch("一句口令", salt, Cost(2, 8192), 32) != first


def test_a_cost_is_kept_with_the_key_it_made():
    cost = Cost(3, 67108864)

    assert (str(cost), Cost.parse(str(cost))) == ("argon2id:3:67108864", cost)


def test_contexts_cannot_run_into_each_other():
    assert context_bytes("a", "bc") != context_bytes("ab", "c")
    assert context_bytes('a", "b') != context_bytes("a", "b")


def test_a_private_key_does_not_show_itself():
    pair = suite().new_pair()

    assert repr(pair) == f"Pair(public={pair.public!r})"

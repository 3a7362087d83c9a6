"""A drawer opens with the secret of the browser that locked it, and with nothing else."""

from yixian.protection.actions import drawer_key, lock_drawer, new_drawer_key, unlock_drawer

WORDS = "金丝雀正文：" + "修路的钱" * 30


def test_the_browser_that_locked_it_opens_it_again():
    key = new_drawer_key()
    row = lock_drawer(key=key, words=WORDS)

    again = drawer_key(secret=key.secret)

    assert (again, unlock_drawer(key=again, row=row)) == (key, WORDS)


def test_another_browser_opens_nothing():
    row = lock_drawer(key=new_drawer_key(), words=WORDS)

    assert unlock_drawer(key=new_drawer_key(), row=row) is None


def test_the_row_and_its_mark_tell_neither_the_words_nor_the_secret():
    key = new_drawer_key()
    row = lock_drawer(key=key, words=WORDS)

    assert [hidden in stored for stored in (row, key.mark) for hidden in ("正文".encode(), key.secret)] == [
        False
    ] * 4
    assert "secret" not in repr(key)


def test_one_word_more_does_not_change_the_length():
    key = new_drawer_key()

    assert len(lock_drawer(key=key, words=WORDS)) == len(lock_drawer(key=key, words=WORDS + "吗"))


def test_a_changed_row_is_no_drawer():
    key = new_drawer_key()
    row = bytearray(lock_drawer(key=key, words=WORDS))
    row[-1] ^= 1

    assert unlock_drawer(key=key, row=bytes(row)) is None


def test_a_secret_of_the_wrong_length_is_none():
    assert (drawer_key(secret=b""), drawer_key(secret=b"x" * 31)) == (None, None)

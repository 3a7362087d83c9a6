import pytest
from hypothesis import given
from hypothesis import strategies as st

from yixian.vault.crypto.padding import pad, unpad


@given(st.binary(max_size=9000))
def test_padding_comes_off_again(plain):
    assert unpad(pad(plain)) == plain


@pytest.mark.parametrize(
    ("length", "room"), [(0, 64), (63, 64), (64, 256), (1023, 1024), (1024, 4096), (4096, 8192), (8191, 8192)]
)
def test_lengths_come_in_a_few_steps(length, room):
    assert len(pad(b"x" * length)) == room


def test_a_name_of_two_characters_is_as_long_as_one_of_four():
    assert len(pad("丁一".encode())) == len(pad("欧阳甲乙".encode()))


@pytest.mark.parametrize("spoilt", [b"", b"abc", b"abc\x80\x01"])
def test_what_was_not_padded_is_refused(spoilt):
    with pytest.raises(ValueError, match="not padded"):
        unpad(spoilt)

import pytest

from yixian.toolkit.parcels import ParcelLost, unwrap, wrap


def test_a_parcel_holds_the_very_bytes():
    assert unwrap(wrap(b"\x00\xffPK", salt="a"), salt="a") == b"\x00\xffPK"


def test_a_parcel_for_something_else_or_altered_is_lost():
    parcel = wrap(b"x", salt="a")

    for sent, salt in ((parcel, "b"), (parcel[:-2] + "zz", "a"), ("", "a")):
        with pytest.raises(ParcelLost):
            unwrap(sent, salt=salt)

"""Places as they were written, on invented ones and on masked areas."""

from yixian.language.places import places


def _found(text: str) -> list[str]:
    return [text[start:end] for start, end in places(text)]


def test_county_township_and_village_are_three_places() -> None:
    assert _found("云溪县青禾镇柳湾村") == ["云溪县", "青禾镇", "柳湾村"]


def test_roads_and_estates_are_places() -> None:
    assert _found("前进路的路灯坏了，锦绣花园小区门口很暗。") == ["前进路", "锦绣花园小区"]


def test_masked_areas_are_places_of_their_own() -> None:
    assert _found("我住在A市A3区青禾街道") == ["A市", "A3区", "青禾街道"]


def test_a_place_is_told_once() -> None:
    assert _found("柳湾村。柳湾村。") == ["柳湾村"]


def test_common_nouns_are_no_places() -> None:
    assert _found("小区的马路，学校和医院。") == []

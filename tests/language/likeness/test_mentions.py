from yixian.language.likeness.mentions import mentions


def test_a_place_is_known_by_two_characters_and_its_kind() -> None:
    assert mentions("举报青禾镇柳溪路旁的麻将馆").places == ("柳溪路", "青禾镇")


def test_a_word_that_only_points_is_no_place() -> None:
    assert mentions("我们小区的路").places == ()


def test_a_name_after_a_post_is_a_person() -> None:
    assert mentions("村支书郑甲乙贪污").persons == ("郑甲乙",)


def test_sums_days_and_phones_are_found() -> None:
    found = mentions("2026年3月5日收了3,600元，电话0731-12345678")

    assert (found.amounts, found.dates, found.phones) == (("3600元",), ("2026年3月5日",), ("073112345678",))


def test_an_empty_text_mentions_nothing() -> None:
    found = mentions("")

    assert (found.places, found.units, found.persons, found.posts) == ((), (), (), ())

"""The questions at the public window: only what is missing, nothing twice."""

from yixian.language import hints


def test_an_empty_text_is_asked_to_begin() -> None:
    assert hints(" \n") == ["请写下您要反映的事情：谁、在哪里、什么时候、做了什么？"]


def test_a_bare_charge_is_asked_for_what_it_lacks() -> None:
    asked = hints("村主任把钱拿了")

    assert asked[1:4] == ["什么时候发生的？", "在什么地方发生的？", "涉及多少钱？"]


def test_a_whole_account_is_asked_nothing() -> None:
    assert hints("2021年3月青禾镇柳湾村村主任赵有田收了我五千元，没有给我办事，我有收据。") == []


def test_money_is_asked_for_only_where_money_is_spoken_of() -> None:
    assert "涉及多少钱？" not in hints("2021年3月青禾镇柳湾村村主任赵有田当着大家的面骂人打人，有录像为证。")

"""An office-holder beside a misconduct, in invented sentences."""

from yixian.language.charging import NAMES, charging


def _of(subject: str, detail: str) -> dict[str, float]:
    return dict(zip(NAMES, charging(subject, detail), strict=True))


def test_an_office_holder_and_a_misconduct_in_one_sentence_charge() -> None:
    found = _of("举报村会计贪污", "柳湾村会计冒领补贴。天气很好。")

    assert (found["官职与违纪同句"], found["主题官职与违纪"], found["题头举报反映"]) == (1.0, 1.0, 1.0)


def test_a_secretary_who_came_and_a_quarrel_elsewhere_do_not() -> None:
    found = _of("地边", "村支书来过。邻居威胁我。")

    assert (found["官职与违纪同句"], found["干部帮忙"]) == (0.0, 1.0)


def test_a_private_quarrel_holds_no_office() -> None:
    assert _of("要账", "老板不给钱，有欠条。")["只有私人"] == 1.0


def test_nothing_said_is_nothing_counted() -> None:
    assert set(charging("", "")) == {0.0}

"""Who stands beside the charge: the numbers that separate an official from a shopkeeper."""

from yixian.language.structure import NAMES, standing


def _of(subject: str, detail: str) -> dict[str, float]:
    return dict(zip(NAMES, standing(subject, detail), strict=True))


def test_an_organ_charged_in_the_subject_is_seen() -> None:
    found = _of("举报青禾镇派出所包庇赌博", "")

    assert (found["主题有机关"], found["主题有企业"], found["主题里指单位"]) == (1.0, 0.0, 1.0)


def test_a_private_company_is_told_from_an_organ() -> None:
    found = _of("投诉锦绣花园物业公司乱收费", "")

    assert (found["主题有机关"], found["主题有企业"]) == (0.0, 1.0)


def test_nothing_said_is_nothing_counted() -> None:
    assert set(standing("", "")) == {0.0}

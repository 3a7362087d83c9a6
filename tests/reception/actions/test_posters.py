"""Posters: a page for each village, whose square leads to the window."""

from datetime import time

import cv2
import numpy as np
import pypdfium2
import pytest

from yixian.protection.permits import NotPermitted
from yixian.reception.actions import FrontOfficeFacts, PosterSize, print_posters, set_front_office
from yixian.reception.actions.posters import NothingToPrint
from yixian.reception.enums import OutsideHours
from yixian.roster.actions import ContactFacts, keep_contact
from yixian.roster.models import Village

WINDOW = "https://jubao.example.cn/"
HOURS = (time(8, 30), time(12), time(14, 30), time(17, 30))


def tell(town, **more):
    facts = ContactFacts(short_name="青纪信", window_url=WINDOW, address="镇政府一楼", **more)
    keep_contact(by=town["chief"], organ=town.organ, facts=facts)


def opened(pdf: bytes) -> tuple[list[str], list[str], set[tuple[int, int]]]:
    """Of each page its words and what its square says; and the sizes in millimetres."""
    document = pypdfium2.PdfDocument(pdf)
    words, squares, sizes = [], [], set()
    for page in document:
        words.append(page.get_textpage().get_text_bounded())
        picture = np.array(page.render(scale=1.5, grayscale=True).to_pil().convert("RGB"))
        squares.append(cv2.QRCodeDetector().detectAndDecode(picture)[0])
        sizes.add(tuple(round(side / 72 * 25.4) for side in page.get_size()))
    document.close()
    return words, squares, sizes


@pytest.mark.parametrize(("size", "sheet"), [(PosterSize.A4, (210, 297)), (PosterSize.A3, (297, 420))])
def test_every_village_has_one_page_whose_square_decodes(town, size, sheet):
    tell(town)
    Village.objects.create(organ=town.organ, name="溪口村")

    words, squares, sizes = opened(print_posters(by=town["clerk"], size=size))

    assert [village in page for village, page in zip(("柳湾村", "溪口村"), words, strict=True)] == [
        True,
        True,
    ]
    assert squares == [WINDOW, WINDOW]
    assert sizes == {sheet}


def test_a_poster_tells_how_to_reach_the_office_and_how_one_is_protected(town):
    tell(town)
    facts = FrontOfficeFacts(hours=HOURS, outside=OutsideHours.VOICEMAIL, phone="0000-12345")
    set_front_office(by=town["chief"], facts=facts)

    (page,), _, _ = opened(print_posters(by=town["clerk"], size=PosterSize.A4))

    said = ("0000-12345", "工作日8:30至12:00", "镇政府一楼", "打击报复", "第四十七条", "青禾镇纪委", WINDOW)
    plain = "".join(page.split())
    assert [each for each in said if each not in plain] == []


def test_an_office_that_set_no_hotline_prints_the_national_one(town):
    tell(town)

    (page,), _, _ = opened(print_posters(by=town["clerk"], size=PosterSize.A4))

    assert "12388" in page


def test_one_village_can_be_printed_alone(town):
    tell(town)
    other = Village.objects.create(organ=town.organ, name="溪口村")

    words, _, _ = opened(print_posters(by=town["clerk"], size=PosterSize.A4, village_id=other.pk))

    assert ["溪口村" in page for page in words] == [True]


def test_without_an_address_of_the_window_there_is_no_poster(town):
    with pytest.raises(NothingToPrint, match="举报窗口网址"):
        print_posters(by=town["clerk"], size=PosterSize.A4)


def test_without_villages_there_is_no_poster(town):
    tell(town)

    with pytest.raises(NothingToPrint, match="名册里还没有"):
        print_posters(by=town["clerk"], size=PosterSize.A4, village_id=0 + 10**9)


def test_whoever_has_nothing_to_do_with_reception_prints_none(town):
    with pytest.raises(NotPermitted):
        print_posters(by=town["analyst"], size=PosterSize.A4)

"""The pages as data for typst; the QR codes are drawn as vectors, so that a large print stays sharp."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import segno

from yixian.regulations.accusation_rules import SECRECY
from yixian.toolkit.documents.typeset.compiling import compile_sheet
from yixian.toolkit.documents.typeset.faces import faces_for

POSTER_SIZES = {"a4": (210.0, 297.0), "a3": (297.0, 420.0)}
"""Millimetres, upright."""
MATTERS = (
    "集体的钱和东西去向不明、账目不公开",
    "低保、补贴、救助给了不该给的人",
    "办事要钱要物、吃拿卡要、乱收费",
    "征地拆迁、工程承包、换届选举里弄虚作假",
    "干部不作为、乱作为，欺负群众",
)
PROTECTED = (
    "写不写姓名都可以；不写姓名的，不追查是谁",
    "您是谁，单独加锁保管；要看，须经批准并留下记录",
    "被反映的人和他单位的人，看不到、查不到",
    "打击报复举报人的，严肃处理",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PosterWords:
    """What an office tells on its posters; what it left empty is not printed."""

    organ: str
    phone: str
    hours: str
    outside: str
    address: str
    window: str


def posters(words: PosterWords, villages: Sequence[str], size: str) -> bytes:
    """One PDF with a page for each village, in their order."""
    width, height = POSTER_SIZES[size]
    data: dict[str, Any] = {
        "width": width,
        "height": height,
        "unit": width / 210,
        "serif": _faces("宋体"),
        "sans": _faces("黑体"),
        "organ": words.organ,
        "phone": words.phone,
        "hours": words.hours,
        "outside": words.outside if words.hours else "",
        "address": words.address,
        "window": words.window,
        "square": _square(words.window),
        "matters": MATTERS,
        "protected": PROTECTED,
        "article": SECRECY.cite(),
        "villages": list(villages),
    }
    template = files("yixian.reception.posters").joinpath("poster.typ").read_bytes()
    return compile_sheet(template, data)


def _faces(name: str) -> list[str]:
    return [face for face, is_latin in faces_for(name, name) if not is_latin]


def _square(address: str) -> str:
    """The same address for every village: a poster does not tell where somebody read it."""
    drawn = io.BytesIO()
    segno.make(address, error="q", micro=False).save(drawn, kind="svg", border=2, xmldecl=False, svgns=True)
    return drawn.getvalue().decode()

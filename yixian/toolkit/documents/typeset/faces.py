"""Which faces stand in for those that a document names: the machine's own first, then the free ones of the wheel.

仿宋, 楷体 and 小标宋 are not free: where the machine has none, 思源宋体 takes their place.
"""

from functools import cache
from pathlib import Path

import pylopdf_fonts_zh_cn
import typst

SERIF, SANS = "Noto Serif SC", "Noto Sans SC"
LATIN = ("Times New Roman", "Liberation Serif")
FAMILIES: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("仿宋", ("FangSong_GB2312", "FangSong", "仿宋_GB2312", "仿宋", "STFangsong"), SERIF),
    ("fangsong", ("FangSong_GB2312", "FangSong", "STFangsong"), SERIF),
    ("楷", ("KaiTi_GB2312", "KaiTi", "楷体_GB2312", "楷体", "STKaiti"), SERIF),
    ("kai", ("KaiTi_GB2312", "KaiTi", "STKaiti"), SERIF),
    ("小标宋", ("FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "方正小标宋简体"), SERIF),
    ("黑", ("SimHei", "STHeiti"), SANS),
    ("hei", ("SimHei", "STHeiti"), SANS),
    ("sans", (), SANS),
    ("雅黑", ("Microsoft YaHei",), SANS),
    ("宋", ("SimSun", "NSimSun", "STSong"), SERIF),
)
"""By a part of the name: what may be installed, and the shipped face otherwise."""
STRONG = "小标宋"
"""A face that is strong by itself; its stand-in is drawn a little stronger."""


@cache
def fonts() -> typst.Fonts:
    """The fonts of the machine and of the wheel, looked through once; nothing is fetched."""
    folder = Path(pylopdf_fonts_zh_cn.serif_path()).parent
    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=False, font_paths=[str(folder)])


@cache
def installed() -> frozenset[str]:
    return frozenset(fonts().families())


@cache
def faces_for(east_asian: str, latin: str) -> tuple[tuple[str, bool], ...]:
    """The faces in the order in which they are tried; those marked true are for Latin letters and figures only."""
    wanted, stand_in = _chinese(east_asian)
    letters = [each for each in (latin, *LATIN) if each in installed()][:1]
    chinese = [each for each in (east_asian, *wanted) if each in installed()][:1]
    return (*((each, True) for each in letters), *((each, False) for each in (*chinese, stand_in)))


def _chinese(name: str) -> tuple[tuple[str, ...], str]:
    for part, wanted, stand_in in FAMILIES:
        if part in name.lower():
            return wanted, stand_in
    return (), SERIF


@cache
def is_weakened(east_asian: str) -> bool:
    """Whether a strong face is missing, so that its stand-in must be drawn stronger."""
    wanted, _ = _chinese(east_asian)
    return STRONG in east_asian and not any(each in installed() for each in (east_asian, *wanted))

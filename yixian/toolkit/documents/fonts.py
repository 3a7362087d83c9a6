"""Which type faces a paper asks for, and the one that charts are drawn with.

Word takes the East Asian face by name and substitutes where it is missing, so papers name the faces that an
office has (小标宋, 仿宋, 黑体, 楷体). Charts are pictures and carry their face: a free one, from a wheel.
"""

from functools import cache

import pylopdf_fonts_zh_cn
from docx.oxml.ns import qn
from docx.text.run import Run
from matplotlib import font_manager

TITLE = "方正小标宋简体"
BODY = "仿宋_GB2312"
HEADING = "黑体"
SUBHEADING = "楷体_GB2312"
NUMERALS = "Times New Roman"
PAGE = "宋体"


def set_face(run: Run, face: str) -> None:
    """Chinese in ``face``, figures and Latin in the usual serif."""
    run.font.name = NUMERALS
    properties = run._element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), face)
    fonts.set(qn("w:hint"), "eastAsia")


@cache
def chart_face() -> str:
    """The family name of the chart face, registered from the installed wheel; never fetched."""
    path = str(pylopdf_fonts_zh_cn.sans_path())
    font_manager.fontManager.addfont(path)
    return font_manager.FontProperties(fname=path).get_name()

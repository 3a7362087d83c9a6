"""Reading a letter that was scanned or photographed: pages, light, red ink, skew, lines, paragraphs.

Everything happens in memory and on this machine: the models come inside the installed wheels, nothing is fetched
and nothing is written. Pure functions over bytes and arrays; the one engine is loaded at the first page that is read.
"""

from yixian.toolkit.scans.covering import covered
from yixian.toolkit.scans.pages import MOST_PAGES, NotReadable, PageImage, pages_of, turned
from yixian.toolkit.scans.reading import read_page
from yixian.toolkit.scans.shapes import Box, Doubt, PageRead, ReadLine

__all__ = [
    "MOST_PAGES",
    "Box",
    "Doubt",
    "NotReadable",
    "PageImage",
    "PageRead",
    "ReadLine",
    "covered",
    "pages_of",
    "read_page",
    "turned",
]

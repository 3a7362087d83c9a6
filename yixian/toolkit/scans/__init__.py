"""Reading a letter that was scanned or photographed: pages, light, red ink, skew, lines, paragraphs.

Everything happens in memory and on this machine: the models come inside the installed wheels, nothing is fetched
and nothing is written. Pure functions over bytes and arrays; the one engine is loaded at the first page that is read.
"""

from yixian.toolkit.scans.doubts import carried_over
from yixian.toolkit.scans.pages import MOST_PAGES, NotReadable, PageImage, pages_of, smaller, turned
from yixian.toolkit.scans.reading import read_page
from yixian.toolkit.scans.shapes import POOR_SHARE, Doubt, PageRead, ReadLine, doubtful_share

__all__ = [
    "MOST_PAGES",
    "POOR_SHARE",
    "Doubt",
    "NotReadable",
    "PageImage",
    "PageRead",
    "ReadLine",
    "carried_over",
    "doubtful_share",
    "pages_of",
    "read_page",
    "smaller",
    "turned",
]

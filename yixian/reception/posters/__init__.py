"""举报公示海报: for every village one page that says where one may report and how one is protected.

No emblem and no photograph; readable from two steps away, and printable in black and white.
"""

from yixian.reception.posters.drawing import POSTER_SIZES, posters

__all__ = ["POSTER_SIZES", "posters"]

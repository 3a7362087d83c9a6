"""电子卷宗: a file's papers gathered, unsealed, and laid out so that any computer opens them without this software."""

from yixian.resolution.electronic.gathering import gather
from yixian.resolution.electronic.layout import lay_out
from yixian.resolution.electronic.opener import Enclosed

__all__ = ["Enclosed", "gather", "lay_out"]

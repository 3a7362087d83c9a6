"""Reading a receipt code as people type it, and saying in which group it was copied wrongly.

The check digit is no secret: telling a slip of the pen from an unknown code costs nobody anything, and such a
slip does not count as a guess. Whether a well-formed code exists is answered by ``present_code`` alone.
"""

import re
import unicodedata
from dataclasses import dataclass, field

from yixian.vault.crypto import codes

WHOLE = codes.DIGITS + 1
GROUPS = WHOLE // codes.GROUP
LOOKALIKE = str.maketrans("OQDILZSBG|", "0001125861")


@dataclass(frozen=True)
class CodeReading:
    """``digits`` as understood; ``fault`` is what to say to the person, empty when the code reads back."""

    digits: str = field(repr=False)
    groups: tuple[str, ...] = field(repr=False)
    fault: str = ""


def read_code(*, typed: str) -> CodeReading:
    """Full-width and spoken numerals, letters that look like digits, any blanks or dashes: all are forgiven."""
    plain = unicodedata.normalize("NFKC", typed).translate(codes.SPOKEN).upper().translate(LOOKALIKE)
    written = tuple(re.findall(r"\d+", plain))
    digits = "".join(written)
    groups = tuple(codes.grouped(digits).split())
    return CodeReading(digits, groups, _fault(digits, written))


def _fault(digits: str, written: tuple[str, ...]) -> str:
    if not digits:
        return "请填写回执上的查询码"
    if len(digits) != WHOLE:
        return f"查询码一共{WHOLE}个数字，现在是{len(digits)}个。{_suspects(written)}"
    if codes.read_receipt_code(digits) is None:
        return f"有数字抄错了或者前后颠倒了。请对照回执，从第1组到第{GROUPS}组逐组核对"
    return ""


def _suspects(written: tuple[str, ...]) -> str:
    """Which groups have too few or too many digits, when the person typed them in groups."""
    wrong = [number for number, group in enumerate(written, start=1) if len(group) != codes.GROUP]
    if len(written) < 2 or not wrong:
        return f"请对照回执，逐组核对，每组{codes.GROUP}个数字"
    named = "、".join(f"第{number}组" for number in wrong)
    return f"请核对{named}，每组应当是{codes.GROUP}个数字"

"""Codes that people read aloud and type: the reporter's receipt code and the halves of the recovery key."""

import secrets
import unicodedata
from hashlib import blake2b

DIGITS = 20  # 66.4 bits
SPOKEN = str.maketrans("〇零一幺二两三四五六七八九", "0011223456789")
GROUP = 3
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U
LOOKALIKE = str.maketrans("ILO", "110")
HALF, SUM = 32, 3


def new_receipt_code() -> str:
    """Twenty random digits and a check digit, in seven groups of three, as telephone numbers are read.

    Digits, because a villager of any dialect can say and type them; 66 bits, because nobody must guess one.
    """
    return grouped(with_check_digit("".join(str(secrets.randbelow(10)) for _ in range(DIGITS))))


def read_receipt_code(typed: str) -> str | None:
    """The bare digits of what was typed (full-width digits, spoken numerals, any separators), or ``None``."""
    plain = unicodedata.normalize("NFKC", typed).translate(SPOKEN)
    digits = "".join(sign for sign in plain if sign.isascii() and sign.isdigit())
    whole = len(digits) == DIGITS + 1 and with_check_digit(digits[:-1]) == digits
    return digits if whole else None


def grouped(digits: str) -> str:
    return " ".join(digits[start : start + GROUP] for start in range(0, len(digits), GROUP))


def with_check_digit(digits: str) -> str:
    """Verhoeff's check digit finds every wrong digit and every swap of two neighbours."""
    check = 0
    for place, digit in enumerate(reversed(digits), start=1):
        check = _dihedral(check, _permuted(int(digit), place))
    return digits + str(_inverse(check))


def _dihedral(left: int, right: int) -> int:
    """The group of the pentagon: 0-4 turn it, 5-9 turn it over."""
    turn = left + right if left < 5 else left - right
    return turn % 5 + (0 if (left < 5) == (right < 5) else 5)


def _inverse(number: int) -> int:
    return (-number) % 5 if number < 5 else number


def _permuted(digit: int, place: int) -> int:
    """Verhoeff's permutation (1 5 8 9 4 2 7 0)(3 6), applied once for each place."""
    cycle = (1, 5, 8, 9, 4, 2, 7, 0)
    if digit in cycle:
        return cycle[(cycle.index(digit) + place) % 8]
    return (3, 6)[((3, 6).index(digit) + place) % 2]


def split_in_halves(secret: bytes) -> tuple[str, str]:
    """Two printable halves; either alone says nothing about the secret."""
    one = secrets.token_bytes(HALF)
    return _printed(one), _printed(_xor(one, secret))


def is_half(typed: str) -> bool:
    """Whether a typed half carries its own check sum."""
    return _read(typed) is not None


def join_halves(one: str, other: str) -> bytes | None:
    """The secret of two typed halves in either order; ``None`` when one is mistyped."""
    first, second = _read(one), _read(other)
    return _xor(first, second) if first and second else None


def new_one_time_phrase() -> str:
    """Sixteen characters in four groups, 80 bits: handed over on paper and changed at the first log-in."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(4))


def _printed(half: bytes) -> str:
    number = int.from_bytes(half + _sum(half), "big")
    signs = "".join(ALPHABET[number >> shift & 31] for shift in range(275, -1, -5))
    return "-".join(signs[start : start + 7] for start in range(0, len(signs), 7))


def _read(typed: str) -> bytes | None:
    plain = unicodedata.normalize("NFKC", typed).upper().translate(LOOKALIKE)
    signs = [sign for sign in plain if sign in ALPHABET]
    number = sum(ALPHABET.index(sign) << 5 * place for place, sign in enumerate(reversed(signs)))
    if len(signs) != 56:
        return None
    whole = number.to_bytes(HALF + SUM, "big")
    return whole[:HALF] if _sum(whole[:HALF]) == whole[HALF:] else None


def _sum(half: bytes) -> bytes:
    return blake2b(half, digest_size=SUM).digest()


def _xor(one: bytes, other: bytes) -> bytes:
    return bytes(left ^ right for left, right in zip(one, other, strict=True))

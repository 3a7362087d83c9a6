"""Receipt codes: given once, presented by whoever holds one, never stored."""

from dataclasses import dataclass, field
from uuid import UUID

from yixian.protection.actions.attempts import count_failure
from yixian.protection.officer import PUBLIC, Public, Reporter
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal
from yixian.vault import receipts
from yixian.vault.crypto import codes
from yixian.vault.ring import Ring

CODES = "code"
MISTYPED = "0"
"""What is stretched in place of a code that cannot be one, so that the answer takes as long."""


class WrongCode(Refusal):
    """The code is mistyped or unknown; the answer is the same for both, and takes as long."""

    key = "wrong_code"


@dataclass(frozen=True)
class IssuedReceipt:
    """``code`` is shown once, on paper or on the reporter's screen, and is nowhere else."""

    code: str = field(repr=False)
    receipt_id: UUID


@dataclass(frozen=True)
class NewCode:
    """A code that nobody has yet, stretched already."""

    code: str = field(repr=False)
    stretched: receipts.Stretched = field(repr=False)


def make_code() -> NewCode:
    """Slow on purpose. Call it before the transaction that issues the code: SQLite has one writer, and whoever
    stretches a code while holding that lock lets everybody else at the window wait.
    """
    code = codes.new_receipt_code()
    digits = codes.read_receipt_code(code)
    assert digits is not None  # noqa: S101 - a code that we made reads back
    return NewCode(code, receipts.stretch(digits))


def issue_receipt(code: NewCode) -> IssuedReceipt:
    """Give a code that was made before (``make_code``) its row."""
    return IssuedReceipt(code.code, receipts.issue(code.stretched).pk)


def present_code(code: str) -> Reporter:
    """Who holds this code. Failures are counted for all codes together, since no address is kept.

    Many of them make the proof of work harder for everyone and shut nobody out: 66 bits need no lock, and a
    lock would let a stranger silence every reporter.
    """
    digits = codes.read_receipt_code(code) or MISTYPED
    stretched = receipts.stretch(digits)
    try:
        return _presenting(by=PUBLIC, stretched=stretched)
    except WrongCode:
        count_failure(CODES)
        raise


@leaves_trail("protection.present_code")
def _presenting(*, by: Public, stretched: receipts.Stretched) -> Reporter:
    found = receipts.present(stretched)
    if found is None:
        raise WrongCode("没有找到这个查询码。请对照回执逐组核对数字；忘记查询码的，可以重新反映。")
    receipt, private = found
    return Reporter(receipt_id=receipt.pk, keys=Ring(private, receipt_id=receipt.pk))

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


class WrongCode(Refusal):
    """The code is mistyped or unknown; the answer is the same for both, and takes as long."""

    key = "wrong_code"


@dataclass(frozen=True)
class IssuedReceipt:
    """``code`` is shown once, on paper or on the reporter's screen, and is nowhere else."""

    code: str = field(repr=False)
    receipt_id: UUID


def issue_receipt() -> IssuedReceipt:
    code = codes.new_receipt_code()
    digits = codes.read_receipt_code(code)
    assert digits is not None  # noqa: S101 - a code that we made reads back
    return IssuedReceipt(code, receipts.issue(digits).pk)


def present_code(code: str) -> Reporter:
    """Who holds this code. Failures are counted for all codes together, since no address is kept.

    Many of them make the proof of work harder for everyone and shut nobody out: 66 bits need no lock, and a
    lock would let a stranger silence every reporter.
    """
    try:
        return _presenting(by=PUBLIC, code=code)
    except WrongCode:
        count_failure(CODES)
        raise


@leaves_trail("protection.present_code")
def _presenting(*, by: Public, code: str) -> Reporter:
    digits = codes.read_receipt_code(code)
    if digits is None:
        receipts.waste_a_stretch()
    found = receipts.present(digits) if digits else None
    if found is None:
        raise WrongCode("没有找到这个查询码。请对照回执逐组核对数字；忘记查询码的，可以重新反映。")
    receipt, private = found
    return Reporter(receipt_id=receipt.pk, keys=Ring(private, receipt_id=receipt.pk))

"""A proof of work instead of a third party's captcha. A browser without scripts waits instead.

The server keeps nothing of an open challenge: it is signed. Only spent ones are remembered, for an hour.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta

from django.core import signing
from django.utils import timezone

from yixian.protection.actions.attempts import count_failure, failures, require_not_too_many
from yixian.protection.actions.receipts import CODES
from yixian.protection.models import Attempt
from yixian.trail.refusal import Refusal

SALT = "yixian.protection.proof"
LASTS = timedelta(hours=2)
LEVELS = ((0, 13), (10, 17), (40, 20))
"""From so many wrong codes in a quarter of an hour, so many bits: a phone's 0.1 s, 2 s, some 15 s."""
WAIT = 8
SLOW_LANE = "slow"


class NotProven(Refusal):
    """The proof is missing, wrong, too old, or was used before."""

    key = "not_proven"


@dataclass(frozen=True)
class Challenge:
    """Find ``answer`` so that SHA-256 of ``token:answer`` begins with ``bits`` zero bits; or wait ``wait`` s."""

    token: str
    bits: int
    wait: int


def issue_challenge() -> Challenge:
    """Harder while many codes are being guessed. Nobody is shut out: a right code is always heard."""
    bits = bits_now()
    token = signing.dumps([secrets.token_hex(8), bits], salt=SALT, compress=False)
    return Challenge(token, bits, WAIT)


def bits_now() -> int:
    wrong = failures(CODES)
    return next(bits for least, bits in reversed(LEVELS) if wrong >= least)


def require_proof(*, token: str, answer: str) -> None:
    """Raise ``NotProven`` unless the challenge was met. Each serves once.

    Without an answer (no scripts) the time since it was issued must have passed, and only so many of these
    are taken in a quarter of an hour, from everyone together.
    """
    number, bits, age = _read(token)
    if not answer:
        require_not_too_many(SLOW_LANE)
        if age < WAIT:
            raise NotProven(f"为防止自动程序滥用，请等待{WAIT}秒后再提交。您填写的内容仍然保留。")
        count_failure(SLOW_LANE)
    elif bits < bits_now() or not is_answer(token, answer, bits):
        raise NotProven("验证没有通过，请再提交一次。您填写的内容仍然保留。")
    _spend(number)


def is_answer(token: str, answer: str, bits: int) -> bool:
    digest = hashlib.sha256(f"{token}:{answer}".encode()).digest()
    return len(answer) <= 20 and int.from_bytes(digest, "big") >> (256 - bits) == 0


def _read(token: str) -> tuple[str, int, float]:
    signer = signing.TimestampSigner(salt=SALT)
    try:
        number, bits = signing.loads(token, salt=SALT, max_age=LASTS)
        stamp = signing.b62_decode(token.rsplit(signer.sep, 2)[1])
    except (signing.BadSignature, ValueError) as error:
        raise NotProven("页面已经过期，请再提交一次。您填写的内容仍然保留。") from error
    return number, bits, timezone.now().timestamp() - stamp


def _spend(number: str) -> None:
    now = timezone.now()
    Attempt.objects.filter(until__lte=now).delete()
    fresh = {"count": 1, "since": now, "until": now + LASTS}
    _, made = Attempt.objects.get_or_create(bucket=f"spent:{number}", defaults=fresh)
    if not made:
        raise NotProven("这一页已经提交过了，请刷新后再试。")

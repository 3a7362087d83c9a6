"""Limits on guessing, counted by what is guessed and never by who guesses: no address is kept (T6)."""

from datetime import timedelta

from django.db.models import F
from django.utils import timezone

from yixian.protection.models import Attempt
from yixian.trail.refusal import Refusal

WINDOW = timedelta(minutes=15)
MOST = {"login:": 5, "slow": 40}
"""How many failures a window bears: for one account; how many pass by waiting. Nothing is locked for everyone."""


class TooManyAttempts(Refusal):
    """Too many failures in this window; it opens again by itself."""

    key = "too_many_attempts"


def require_not_too_many(bucket: str) -> None:
    now = timezone.now()
    attempt = Attempt.objects.filter(bucket=bucket, until__gt=now).first()
    if attempt is not None and attempt.count >= _most(bucket):
        minutes = max(1, -(-int((attempt.until - now).total_seconds()) // 60))
        raise TooManyAttempts(f"未成功的次数太多，为防止他人猜测，请{minutes}分钟后再试。")


def count_failure(bucket: str) -> int:
    """One more failure; counting starts anew when the window has passed. Says how many there are now."""
    now = timezone.now()
    Attempt.objects.filter(until__lte=now - WINDOW).delete()
    fresh = {"count": 0, "since": now, "until": now + WINDOW}
    Attempt.objects.filter(bucket=bucket, until__lte=now).update(**fresh)
    attempt, _ = Attempt.objects.get_or_create(bucket=bucket, defaults=fresh)
    Attempt.objects.filter(pk=attempt.pk).update(count=F("count") + 1)
    attempt.refresh_from_db()
    return attempt.count


def failures(bucket: str) -> int:
    attempt = Attempt.objects.filter(bucket=bucket, until__gt=timezone.now()).first()
    return attempt.count if attempt else 0


def forgive(bucket: str) -> None:
    """A success clears the count of its own account."""
    Attempt.objects.filter(bucket=bucket).delete()


def is_at_limit(bucket: str, count: int) -> bool:
    return count == _most(bucket)


def _most(bucket: str) -> int:
    return MOST["login:"] if bucket.startswith("login:") else MOST[bucket]

"""An office in earnest: HTTPS in front, cookies that never travel in the clear."""

from yixian.config.settings.base import *  # noqa: F403 - a settings module extends its base

SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SECURE_HSTS_SECONDS = 31_536_000
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

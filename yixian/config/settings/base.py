"""What every installation shares; dev, test and office say only what differs.

``YIXIAN_HOME`` is the one folder in which an installation keeps what it must not lose:
the database, the sealed heads of the trail and the server's own secret.
"""

import os
from pathlib import Path

from yixian.config.home import DATABASE, close_to_others, home, secret_key

PACKAGE = Path(__file__).resolve().parents[2]
HOME = home()
close_to_others(HOME)

SECRET_KEY = secret_key(HOME)
DEBUG = False
ALLOWED_HOSTS = os.environ.get("YIXIAN_HOSTS", "127.0.0.1,localhost,[::1]").split(",")

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "django_htmx",
    "yixian.toolkit",
    "yixian.trail",
    "yixian.roster",
    "yixian.vault",
    "yixian.protection",
    "yixian.reception",
    "yixian.assessment",
    "yixian.resolution",
    "yixian.insight",
    "yixian.desk",
    "yixian.window",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "yixian.protection.web.middleware.SittingMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "yixian.config.urls"
WSGI_APPLICATION = "yixian.config.wsgi.application"
AUTH_USER_MODEL = "roster.Staff"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "yixian.desk.web.context.desk",
                "yixian.window.web.context.window",
            ],
        },
    },
]
FORM_RENDERER = "yixian.toolkit.forms.FaceRenderer"

SQLITE = {
    "ENGINE": "yixian.toolkit.sqlite",
    "NAME": HOME / DATABASE,
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
            "PRAGMA secure_delete=ON; PRAGMA cache_size=-20000; PRAGMA temp_store=MEMORY;"
        ),
    },
}


POOL = {"min_size": 1, "max_size": 10, "timeout": 10}
"""A connection for each of the server's threads. One that died with the database is replaced before it is used, and
while there is no database a visitor is told so after ten seconds.
"""


def postgres(url: str) -> dict[str, object]:
    """Read a PostgreSQL address, ``postgresql://user:pass@host:port/name``, as libpq reads it."""
    from psycopg.conninfo import conninfo_to_dict

    parts = conninfo_to_dict(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.get("dbname") or "yixian",
        "USER": parts.get("user") or "",
        "PASSWORD": parts.get("password") or "",
        "HOST": parts.get("host") or "",
        "PORT": str(parts.get("port") or ""),
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"pool": POOL},
    }


DATABASE_URL = os.environ.get("YIXIAN_DATABASE", "")
DATABASES = {"default": postgres(DATABASE_URL) if DATABASE_URL else SQLITE}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STATIC_ROOT.mkdir(exist_ok=True)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedStaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_NAME = "yixian_sitting"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_AGE = 30 * 60
SESSION_SAVE_EVERY_REQUEST = True
CSRF_COOKIE_HTTPONLY = True
# Django's would stay a year: on a reporter's telephone it would tell who holds it that the window was visited.
CSRF_COOKIE_AGE = None
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "yixian.desk.web.errors.csrf_failure"
SECURE_CONTENT_TYPE_NOSNIFF = True
# "no-referrer" would make browsers send "Origin: null" with every form, which the CSRF check must refuse.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "media-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
# Never Django's own, which writes larger uploads to the disk in the clear.
FILE_UPLOAD_HANDLERS = ["yixian.toolkit.files.uploads.InMemory"]

LOGIN_URL = "desk:login"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# Argon2id cost: "office" takes about 0.2 s and 64 MiB for a pass phrase and 0.04 s and 19 MiB for a receipt code on the
# office's machine; tests use "test".
YIXIAN_KDF = "office"
YIXIAN_HEADS = HOME / "heads"
# A program of the office's own that writes down recordings (yixian/toolkit/dictation.py); none by default.
YIXIAN_SPEECH = os.environ.get("YIXIAN_SPEECH", "")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"quiet": {"()": "yixian.config.quiet_logs.QuietFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "quiet"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}

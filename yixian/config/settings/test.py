"""Tests: cheap key derivation, the database in a throw-away folder, or PostgreSQL by ``YIXIAN_DATABASE``."""

import os
import tempfile

os.environ.setdefault("YIXIAN_HOME", tempfile.mkdtemp(prefix="yixian-test-"))

from yixian.config.settings.base import *  # noqa: F403 - the home must be set before base reads it

YIXIAN_KDF = "test"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
if DATABASE_URL:  # noqa: F405 - from the base
    DATABASES["default"]["OPTIONS"] = {}  # noqa: F405 - a pool would outlive the test database

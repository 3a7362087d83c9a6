"""Tests: cheap key derivation, the database in a throw-away folder, or PostgreSQL by ``YIXIAN_DATABASE``."""

import atexit
import os
import tempfile

if "YIXIAN_HOME" not in os.environ:
    folder = tempfile.TemporaryDirectory(prefix="yixian-test-", ignore_cleanup_errors=True)
    atexit.register(folder.cleanup)
    os.environ["YIXIAN_HOME"] = folder.name

from yixian.config.settings.base import *  # noqa: F403 - the home must be set before base reads it

YIXIAN_KDF = "test"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True  # else each test client would list every file that could be asked for
SQLITE["TEST"] = {"NAME": ":memory:"}  # noqa: F405 - pytest-django looks for Django's own engine by its name
if DATABASE_URL:  # noqa: F405 - from the base
    DATABASES["default"]["OPTIONS"] = {}  # noqa: F405 - a pool would outlive the test database

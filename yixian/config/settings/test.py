"""Tests: cheap key derivation, the database in a throw-away folder, or PostgreSQL by ``YIXIAN_DATABASE``."""

import os
import tempfile

os.environ.setdefault("YIXIAN_HOME", tempfile.mkdtemp(prefix="yixian-test-"))

from yixian.config.settings.base import *  # noqa: F403, E402 - the home must be set before base reads it

YIXIAN_KDF = "test"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
DATABASES["default"]["TEST"] = {}  # noqa: F405 - comes from base
TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = ""  # noqa: F405 - the conftest raises on unknown variables

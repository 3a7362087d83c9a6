"""Preparing the demonstration. Its pass phrases are printed and its records can be made again at any time: so
stretching is cheap and the disk is not waited for. It is then served with the dev settings.

The year ends today, or on the day that ``YIXIAN_DEMO_DAY`` names: tests want the same year each time.
"""

import os
from datetime import date

from yixian.config.settings.dev import *  # noqa: F403 - a settings module extends its base

YIXIAN_KDF = "test"
DATABASES = {
    "default": {
        **SQLITE,  # noqa: F405 - the base's, with other pragmas
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA synchronous=OFF; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;",
        },
    }
}
if day := os.environ.get("YIXIAN_DEMO_DAY"):
    YIXIAN_TODAY = date.fromisoformat(day)

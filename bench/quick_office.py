"""An office in every respect but one: pass phrases and codes are stretched as cheaply as in tests.

For the kill test alone, where each moment of the server must be met often and no guess is measured.
"""

from yixian.config.settings.office import *  # noqa: F403 - a settings module extends its base

YIXIAN_KDF = "test"

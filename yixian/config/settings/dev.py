"""The demonstration and the engineers' own server: loopback only, plain HTTP."""

from yixian.config.settings.base import *  # noqa: F403 - a settings module extends its base

YIXIAN_SHOW_COMPONENTS = True

"""The page docs/glossary.md: the bridge between the English names of the code and the Chinese of the office.

It is written from the code, so that it is complete: every house, noun, vocabulary and verb, and where each is
defined.
"""

import importlib
import pkgutil
from collections.abc import Iterator
from enum import StrEnum
from types import ModuleType

from django.apps import apps
from django.db.models import Choices

import yixian
from yixian.protection.permits import permit_map
from yixian.regulations.terms import TERMS

HEADING = """# 词汇对照（Glossary）

由代码生成（`make generated`），请勿手工修改。英文是代码里的名字，中文是界面和文书上的说法。
"""


def glossary_page() -> str:
    """Houses, nouns, vocabularies, verbs and terms."""
    parts = (_houses(), _nouns(), _vocabularies(), _verbs(), _terms())
    return "\n".join([HEADING, *(line for part in parts for line in part)])


def _houses() -> Iterator[str]:
    yield "## 各室（houses）\n\n| 名字 | 中文 | 位置 |\n|---|---|---|"
    for config in apps.get_app_configs():
        if config.name.startswith("yixian."):
            yield f"| {config.label} | {config.verbose_name} | `{config.name}` |"
    yield "| regulations | 法规 | `yixian.regulations` |\n| language | 语言 | `yixian.language` |\n"


def _nouns() -> Iterator[str]:
    yield "## 名词（models）\n\n| 名字 | 中文 | 位置 |\n|---|---|---|"
    for model in apps.get_models():
        if model.__module__.startswith("yixian."):
            yield f"| {model.__name__} | {model._meta.verbose_name} | `{model.__module__}` |"
    yield ""


def _vocabularies() -> Iterator[str]:
    yield "## 用语（enums）\n\n| 名字 | 用语 | 位置 |\n|---|---|---|"
    for module in _modules():
        for words in _words_of(module):
            members = "、".join(f"{each.name} {getattr(each, 'label', each.value)}" for each in words)
            yield f"| {words.__name__} | {members} | `{module.__name__}` |"
    yield ""


def _modules() -> Iterator[ModuleType]:
    """The modules in which houses define their words."""
    for found in pkgutil.walk_packages(yixian.__path__, "yixian."):
        if found.name.endswith(".enums") or found.name.startswith("yixian.regulations."):
            yield importlib.import_module(found.name)


def _words_of(module: ModuleType) -> list[type[Choices] | type[StrEnum]]:
    return [
        thing
        for thing in vars(module).values()
        if isinstance(thing, type)
        and issubclass(thing, Choices | StrEnum)
        and thing.__module__ == module.__name__
        and len(thing)
    ]


def _verbs() -> Iterator[str]:
    yield "## 动作（acts）\n\n| 名字 | 中文 |\n|---|---|"
    yield from (f"| {act} | {permit.label} |" for act, permit in sorted(permit_map().items()))
    yield ""


def _terms() -> Iterator[str]:
    yield "## 期限（terms）\n\n| 名字 | 中文 | 依据 |\n|---|---|---|"
    yield from (f"| {term.key} | {term.name} | {term.source.cite()} |" for term in TERMS.values())
    yield ""

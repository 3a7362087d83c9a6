"""regulations reads beside the print: standard library only, and each article's docstring names its grade."""

import ast
import re
import sys
from pathlib import Path

import yixian.regulations

FOLDER = Path(yixian.regulations.__file__).parent
MODULES = sorted(FOLDER.glob("*.py"))
INSTRUMENTS = ("accusation_rules", "petition_regulations", "discipline_enforcement", "supervision_law")


def imported(module: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return names


def test_nothing_but_the_standard_library_is_imported():
    outside = {
        name
        for module in MODULES
        for name in imported(module)
        if not name.startswith("yixian.regulations") and name.split(".")[0] not in sys.stdlib_module_names
    }

    assert outside - {"yixian"} == set()


def rules_of(module: Path) -> list[ast.FunctionDef]:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    return [each for each in functions if each.name.startswith(("must_", "may_", "is_"))]


def test_each_rule_cites_its_grade():
    ungraded = [
        rule.name
        for name in INSTRUMENTS
        for rule in rules_of(FOLDER / f"{name}.py")
        if not re.search(r"\([ABCU]\)", ast.get_docstring(rule) or "")
    ]

    assert ungraded == []


def test_the_front_door_lists_every_module_that_a_house_may_use():
    inner = {
        "__init__",
        "calendar_file",
        "calendar_notice",
        "counting",
        "jurisdiction_table",
        "jurisdiction_words",
    }
    listed = yixian.regulations.__doc__

    unlisted = [module.stem for module in MODULES if module.stem not in inner and module.stem not in listed]

    assert unlisted == []

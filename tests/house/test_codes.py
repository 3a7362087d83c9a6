"""No action stretches a receipt code while it holds the database."""

import ast

from tests.house.rules.codes import sources, stretched_inside


def test_codes_are_made_before_the_actions_that_issue_them():
    assert [breach for name, tree in sources() for breach in stretched_inside(name, tree)] == []


def test_a_planted_code_within_the_work_is_found():
    action = ast.parse("def register(by):\n    return issue_receipt(make_code())\n")
    view = ast.parse("with transaction.atomic():\n    actions.present_code(typed)\n")

    assert stretched_inside("reception/registration.py", action) == [
        "reception/registration.py:2 stretches a code beneath the door"
    ]
    assert stretched_inside("desk/web/entry/views.py", view) == [
        "desk/web/entry/views.py:2 stretches a code inside a transaction"
    ]
    assert stretched_inside("desk/web/entry/views.py", action) == []

"""``python -m tests.window.pressing``: one reporter presses a button four times at once, on a database in a file.

Prints the answers without those that are alike, and how many letters came of it.
"""

import re
import sys
from concurrent.futures import ThreadPoolExecutor

import django

PRESSES = 4


def main() -> None:
    django.setup()
    from django.apps import apps
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection
    from django.test import Client
    from django.test.utils import setup_test_environment

    from tests.reception.township import found_township
    from tests.window.visitor import Visitor
    from yixian.reception.models import Message

    setup_test_environment()
    settings.MIGRATION_MODULES = {each.label: None for each in apps.get_app_configs()}
    call_command("migrate", verbosity=0, interactive=False, run_syncdb=True)
    found_township()
    visitor = Visitor(Client())
    visitor.fill_in()
    code = visitor.send()
    visitor.post("/report/leave")
    visitor.open_mailbox(code)
    mark = re.search(r'name="once" value="([^"]+)"', visitor.get("/mailbox/further"))
    assert mark

    def press(_: int) -> str:
        client = Client()
        client.cookies = visitor.client.cookies
        try:
            return client.post("/mailbox/further", {"text": "他们昨天又来过。", "once": mark[1]})["Location"]
        finally:
            connection.close()

    with ThreadPoolExecutor(PRESSES) as pool:
        answers = set(pool.map(press, range(PRESSES)))
    sys.stdout.write(f"{sorted(answers)} {Message.objects.count()}\n")


if __name__ == "__main__":
    main()

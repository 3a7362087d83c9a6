"""Several people act at the same moment: the chain has one end, on SQLite and on PostgreSQL alike."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from django.db import connection

from yixian.trail.actions import record
from yixian.trail.models import Entry
from yixian.trail.queries import verify

WRITE_TEN = """
import sys, django; django.setup()
from yixian.trail.actions import record
class Someone: actor = "staff:" + sys.argv[1]
for n in range(10): record(by=Someone(), act="test.act")
"""
VERIFY = """
import django; django.setup()
from yixian.trail.queries import entries, verify
print(entries().count(), verify())
"""


def _python(code: str, home: Path, *arguments: str) -> "subprocess.Popen[str]":
    settings = {"YIXIAN_HOME": str(home), "DJANGO_SETTINGS_MODULE": "yixian.config.settings.test"}
    environment = {key: value for key, value in os.environ.items() if key != "YIXIAN_DATABASE"} | settings
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments], env=environment, stdout=subprocess.PIPE, text=True
    )


def test_four_processes_on_one_sqlite_file_leave_one_whole_chain(tmp_path):
    migrate = "import django; django.setup()\nfrom django.core.management import call_command as c\n"
    _python(migrate + "c('migrate', 'trail', verbosity=0)", tmp_path).communicate()

    writers = [_python(WRITE_TEN, tmp_path, str(n)) for n in range(4)]
    for writer in writers:
        writer.communicate()
    told, _ = _python(VERIFY, tmp_path).communicate()

    assert ([writer.returncode for writer in writers], told) == ([0, 0, 0, 0], "40 []\n")


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite is tried above, with a file")
def test_four_threads_on_postgresql_leave_one_whole_chain(clerk):
    def write() -> None:
        for n in range(10):
            record(by=clerk, act=f"test.act_{n}")
        connection.close()

    writers = [threading.Thread(target=write) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    assert (Entry.objects.count(), verify()) == (40, [])

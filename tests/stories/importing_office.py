"""An office in a process of its own that imports a ledger and may be killed at any moment.

python -m tests.stories.importing_office ROWS      founds the office, uploads a ledger and imports it
python -m tests.stories.importing_office           goes on with whatever stands there
Each chunk prints a line when it is done; at the end, the figures as JSON.
"""

import json
import os
import sys
import tempfile
from datetime import date
from pathlib import Path

import django
from django.core.management import call_command

ON = date(2026, 3, 9)
CHUNK = 60
CLERK, PHRASE = "qinghe.clerk", "云溪县的油菜花开了-clerk"


def tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    django.setup()
    from yixian.reception.actions import importing as actions
    from yixian.reception.importing import chunks

    chunks.CHUNK = actions.CHUNK = CHUNK
    if len(sys.argv) > 1:
        _found(int(sys.argv[1]))
    _go_on()


def _found(rows: int) -> None:
    from bench.ledgers import write_ledger
    from tests.reception.importing.flow import checked
    from tests.reception.township import found_township
    from yixian.reception.actions import start_import

    call_command("migrate", verbosity=0)
    clerk = found_township()["clerk"]
    with tempfile.TemporaryDirectory(dir=os.environ["YIXIAN_HOME"]) as folder:
        path = Path(folder) / "ledger.xlsx"
        write_ledger(path, rows)
        found = checked(clerk, "ledger.xlsx", path.read_bytes(), on=ON)
    start_import(by=clerk, ledger_import=found)
    tell("ready")


def _go_on() -> None:
    from yixian.desk.importing import bring_chunk
    from yixian.protection.actions import open_sitting
    from yixian.reception.models import LedgerImport

    clerk = open_sitting(username=CLERK, passphrase=PHRASE)
    found = LedgerImport.objects.get()
    while found.state == "running":
        bring_chunk(clerk, found, ON)
        found.refresh_from_db()
        tell("chunk")
    tell(json.dumps(_figures(found)))


def _figures(found: object) -> dict[str, object]:
    from yixian.assessment.models import MatterLink
    from yixian.reception.models import ImportedRow, Report
    from yixian.reception.queries import tally_of

    tally = tally_of(found)
    numbers = Report.objects.order_by("number").values_list("number", flat=True)
    years: dict[str, list[int]] = {}
    for number in numbers:
        year, _, count = number.partition("-")
        years.setdefault(year, []).append(int(count))
    return {
        "rows": tally.rows,
        "records": tally.records,
        "problems": tally.problems,
        "reports": len(numbers),
        "taken": ImportedRow.objects.count(),
        "matters": MatterLink.objects.count(),
        "gaps": [year for year, held in years.items() if sorted(held) != list(range(1, len(held) + 1))],
    }


if __name__ == "__main__":
    main()

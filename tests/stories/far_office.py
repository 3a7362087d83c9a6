"""The machine of one of two installations, each with a home of its own: ``python -m tests.stories.far_office`` reads
line by line which step to take and with what, as JSON, and prints a line of what came of it. Nobody stays seated
between two steps. (``test_two_installations.py`` tells the story.)
"""

import json
import os
import sys
from base64 import b64decode, b64encode
from contextlib import redirect_stdout
from datetime import date
from pathlib import Path
from typing import Any

import django

ON = date(2026, 3, 4)
PHRASES = Path(os.environ["YIXIAN_HOME"]) / "phrases.json"
ACCOUNT = "金丝雀正文：三组的低保名单没有公示，组长把名额给了自己的亲戚。"
REPORTER = "金丝雀姓名"


def seated(who: str) -> Any:
    from yixian.protection.actions import open_sitting

    return open_sitting(username=who, passphrase=json.loads(PHRASES.read_text())[who])


def founded(county: str, organ: str) -> dict[str, Any]:
    """An office with its people; the phrases stay in its home for the steps that follow."""
    from yixian.config import serving
    from yixian.config.office.founding import found
    from yixian.config.office.members import read_member
    from yixian.config.office.organs import rows_of

    serving.migrate()
    people = ("shuji:某书记:纪委书记", "jiefang:某接访:接访员", "guanli:某管理:管理员")
    (made,) = found(rows_of(county, organ), [read_member(each) for each in people], on=ON)
    PHRASES.write_text(json.dumps(made.founding.phrases))
    return {}


def card() -> dict[str, Any]:
    from yixian.protection.actions import make_partner_card

    made = make_partner_card(by=seated("shuji"))
    return {"file": b64encode(made.as_file()).decode(), "fingerprint": made.fingerprint}


def introduce(file: str, fingerprint: str, relation: str) -> dict[str, Any]:
    from yixian.protection.actions import confirm_partner, introduce_partner
    from yixian.protection.enums import PartnerRelation

    chief = seated("shuji")
    made = introduce_partner(by=chief, file=b64decode(file), relation=PartnerRelation(relation), on=ON)
    confirm_partner(by=chief, partner=made, read_out=fingerprint, heard="总机转接办公室", on=ON)
    return {"name": made.name}


def send() -> dict[str, Any]:
    """A letter is registered and passed to the one partner that there is."""
    from yixian.assessment.actions import TransferFacts, export_parcel, transfer_out
    from yixian.assessment.enums import TransferKind
    from yixian.protection.actions import make_code
    from yixian.protection.queries import partners_to
    from yixian.reception.actions import ReporterFacts, ReportFacts, register_letter
    from yixian.reception.enums import Signing

    chief = seated("shuji")
    facts = ReportFacts(
        title="反映低保",
        account=ACCOUNT,
        received_on=ON,
        reporters=(ReporterFacts(name=REPORTER, phone="13800000999"),),
        signing=Signing.REAL_NAME,
    )
    made = register_letter(by=seated("jiefang"), facts=facts, code=make_code(), on=ON)
    told = TransferFacts(
        kind=TransferKind.ASSIGN,
        summary="村级低保发放",
        reason="由属地核实",
        to_partner_id=partners_to(chief.organ_id).get().pk,
    )
    transfer = transfer_out(by=chief, report=made.report, facts=told, on=ON)
    file = export_parcel(by=chief, transfer=transfer, on=ON)
    return {"name": file.name, "file": b64encode(file.content).decode()}


def take_in(path: str) -> dict[str, Any]:
    """By the command, as whoever keeps the machine would."""
    from click.testing import CliRunner

    from yixian.config.commands.parcel import command

    phrase = json.loads(PHRASES.read_text())["shuji"]
    done = CliRunner().invoke(command, ["import", path, "--username", "shuji"], input=f"{phrase}\n")
    return {"code": done.exit_code, "says": done.output}


def accept() -> dict[str, Any]:
    from yixian.assessment.actions import accept_arrival, export_receipt, report_arrival_result
    from yixian.assessment.models import Arrival

    chief, arrival = seated("shuji"), Arrival.objects.get()
    taken = accept_arrival(by=chief, arrival=arrival, on=date.today())
    report_arrival_result(by=chief, arrival=taken, result="名单已公示。", on=date.today())
    file = export_receipt(by=chief, arrival=arrival, on=date.today())
    return {"name": file.name, "file": b64encode(file.content).decode()}


def standing() -> dict[str, Any]:
    """What this side knows, and whether anything of the letter can be read in its home."""
    from yixian.assessment.models import Arrival, Transfer
    from yixian.protection.queries import may
    from yixian.reception.actions import read_report
    from yixian.reception.models import Report
    from yixian.trail.queries import verify

    chief = seated("shuji")
    assert may(chief, "assessment.import_parcel")
    home = Path(os.environ["YIXIAN_HOME"])
    held = b"".join(each.read_bytes() for each in sorted(home.rglob("*")) if each.is_file())
    return {
        "sent": [each.reply for each in Transfer.objects.order_by("pk")],
        "came": [each.reply for each in Arrival.objects.order_by("pk")],
        "accounts": [
            read_report(by=chief, report=each).account.account for each in Report.objects.order_by("pk")
        ],
        "readable": [word for word in (ACCOUNT, REPORTER, "名单已公示") if word.encode() in held],
        "trail": not list(verify()),
    }


STEPS = {each.__name__: each for each in (founded, card, introduce, send, take_in, accept, standing)}


def main() -> None:
    django.setup()
    with redirect_stdout(sys.stderr):  # the answers have the output to themselves
        for line in sys.stdin:
            asked = json.loads(line)
            answer = STEPS[asked.pop("step")](**asked)
            sys.__stdout__.write(f"{json.dumps(answer)}\n")
            sys.__stdout__.flush()


if __name__ == "__main__":
    main()

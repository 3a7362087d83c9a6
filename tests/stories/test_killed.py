"""The office is killed while reports come in. `python -m bench.kills` does it two hundred times; here a few."""

from pathlib import Path

import pytest

from bench.kills import killed
from bench.office import QUICK, founded

KILLS = 2


@pytest.mark.own_office
@pytest.mark.story
def test_an_acknowledged_report_survives_a_kill_and_no_half_of_one_is_seen(schema: Path) -> None:
    with founded(settings=QUICK, schema=schema) as office:
        found = killed(office, KILLS)

    assert found["examples"] == []
    wrong = ("lost", "half_written", "orphans", "broken", "mailboxes_not_opened", "unexpected_answers")
    assert {name: found[name] for name in wrong} == dict.fromkeys(wrong, 0)
    assert found["acknowledged"] > KILLS

import json
import shutil
import subprocess
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest
from django.utils import timezone

import yixian.protection
from yixian.protection.actions import NotProven, TooManyAttempts, issue_challenge, require_proof
from yixian.protection.actions.attempts import MOST, count_failure
from yixian.protection.actions.proof import LEVELS, WAIT, is_answer
from yixian.protection.models import Attempt

pytestmark = pytest.mark.django_db
SCRIPT = Path(yixian.protection.__file__).parent / "static/protection/proof.js"


def answer_to(challenge):
    return next(str(n) for n in count() if is_answer(challenge.token, str(n), challenge.bits))


@pytest.fixture
def later(monkeypatch):
    """Let time pass for the waiting lane."""

    def wait(seconds):
        now = timezone.now() + timedelta(seconds=seconds)
        monkeypatch.setattr("yixian.protection.actions.proof.timezone.now", lambda: now)

    return wait


def test_work_is_taken_as_proof():
    challenge = issue_challenge()

    assert require_proof(token=challenge.token, answer=answer_to(challenge)) is None


@pytest.mark.parametrize("answer", ["x", "-1", "0" * 21, "nonsense"])
def test_a_wrong_answer_is_refused(answer):
    challenge = issue_challenge()
    assert not is_answer(challenge.token, answer, challenge.bits)

    with pytest.raises(NotProven):
        require_proof(token=challenge.token, answer=answer)


def test_one_proof_serves_once():
    challenge = issue_challenge()
    answer = answer_to(challenge)
    require_proof(token=challenge.token, answer=answer)

    with pytest.raises(NotProven, match="已经提交过"):
        require_proof(token=challenge.token, answer=answer)


@pytest.mark.parametrize("token", ["", "x", "x:y:z", "WyJhIiwxXQ:1abc:forged"])
def test_a_forged_challenge_is_refused(token):
    with pytest.raises(NotProven, match="过期"):
        require_proof(token=token, answer="1")


def test_an_easier_challenge_cannot_be_made_from_a_real_one():
    head, rest = issue_challenge().token.split(":", 1)

    with pytest.raises(NotProven):
        require_proof(token=f"{head[:-2]}AA:{rest}", answer="1")


def test_without_scripts_one_waits(later):
    challenge = issue_challenge()
    with pytest.raises(NotProven, match=f"等待{WAIT}秒"):
        require_proof(token=challenge.token, answer="")

    later(WAIT + 1)

    assert require_proof(token=challenge.token, answer="") is None


def test_the_waiting_lane_takes_only_so_many(later):
    challenges = [issue_challenge() for _ in range(MOST["slow"] + 1)]
    later(WAIT + 1)
    for challenge in challenges[:-1]:
        require_proof(token=challenge.token, answer="")

    with pytest.raises(TooManyAttempts):
        require_proof(token=challenges[-1].token, answer="")


def test_the_work_is_harder_while_codes_are_being_guessed():
    seen = [issue_challenge().bits]
    for least in (10, 30):
        for _ in range(least):
            count_failure("code")
        seen.append(issue_challenge().bits)

    assert seen == [bits for _, bits in LEVELS]


def test_an_easy_challenge_kept_from_before_is_not_taken_while_codes_are_guessed():
    easy = issue_challenge()
    answer = answer_to(easy)
    for _ in range(10):
        count_failure("code")

    with pytest.raises(NotProven, match="再提交一次"):
        require_proof(token=easy.token, answer=answer)


def test_spent_proofs_are_forgotten_after_their_time(later):
    first = issue_challenge()
    require_proof(token=first.token, answer=answer_to(first))
    Attempt.objects.update(until=timezone.now() - timedelta(seconds=1))

    second = issue_challenge()
    require_proof(token=second.token, answer=answer_to(second))

    assert Attempt.objects.count() == 1


@pytest.mark.skipif(shutil.which("node") is None, reason="needs node to run the page's script")
def test_the_script_of_the_page_finds_the_same_answer():
    challenge = issue_challenge()
    source = SCRIPT.read_text().split("// Begin as soon as")[0]
    ask = f"prove({json.dumps(challenge.token)}, {challenge.bits}, (answer) => console.log(answer));"

    ran = subprocess.run(["node", "-e", source + ask], capture_output=True, text=True, check=True)

    assert ran.stdout.strip() == answer_to(challenge)

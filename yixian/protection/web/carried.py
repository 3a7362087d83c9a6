"""A form that was sent after the sitting had ended: carried through the log-in by the browser itself.

Nothing is stored: what was typed goes back to the browser it came from, inside the log-in form, and after the
log-in stands in a form that one press sends again.
"""

import json
import re
from dataclasses import dataclass

from django.http import HttpRequest

HAN = re.compile("[\u4e00-\u9fff]")
NOT_CARRIED = frozenset({"csrfmiddlewaretoken"})
SECRET = frozenset({"old", "new", "again", "passphrase", "code"})
"""Pass phrases and codes are typed anew."""


@dataclass(frozen=True, slots=True)
class Carried:
    """``fields`` in the order in which they were sent; a name may come several times."""

    fields: tuple[tuple[str, str], ...]

    @property
    def words(self) -> list[str]:
        """What a person wrote, to be seen and, if all else fails, copied; choices and keys have no Chinese."""
        return [value for _, value in self.fields if HAN.search(value)]

    def text(self) -> str:
        return json.dumps(self.fields, ensure_ascii=False)


def carried_by(request: HttpRequest) -> Carried | None:
    """What this request sent; None where there is nothing to carry, or a secret among it."""
    if request.method != "POST" or SECRET & set(request.POST):
        return None
    sent = [(name, str(value)) for name, values in request.POST.lists() for value in values]
    fields = tuple((name, value) for name, value in sent if name not in NOT_CARRIED)
    return Carried(fields) if fields else None


def read_carried(text: str) -> Carried | None:
    """From the hidden field of the log-in form; None for anything else."""
    try:
        pairs = json.loads(text)
        return Carried(tuple((str(name), str(value)) for name, value in pairs))
    except (ValueError, TypeError):
        return None

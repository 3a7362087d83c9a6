"""The proof of work in a form: ``{% include "protection/proof.html" %}`` with ``challenge`` in the context."""

from django.http import HttpRequest

from yixian.protection.actions import require_proof


def check_proof(request: HttpRequest) -> None:
    """Raise ``NotProven`` unless the form's challenge was met. Ask it after the form itself is valid."""
    require_proof(token=request.POST.get("proof_token", ""), answer=request.POST.get("proof_answer", ""))

"""What is destroyed with a file is found from the models: each sealed one belongs to a file, or is said not to."""

from django.apps import apps

from yixian.assessment.models import Matter
from yixian.protection.holdings import _children, _covers, seal_fields, token_fields
from yixian.reception.models import Report

ROOTS = frozenset({Matter, Report})
OF_NO_FILE = {
    "assessment.Consultation": "a quarter's meeting about many matters; its minutes are a record of their own",
    "assessment.Invitee": "a letter that invites to a meeting",
    "assessment.Screening": "a month's session about all open matters; its minutes are a record of their own",
    "protection.IdentityRequest": "names its report as the trail does, and is found by that name",
    "protection.Partner": "another installation",
    "reception.ImportChunk": "what was wrong in a ledger, told by row numbers",
    "reception.LedgerImport": "its rows are destroyed once it is brought in",
    "resolution.LocalRule": "the office's own rules",
    "window.Drawer": "lasts an hour",
    "window.DrawerFile": "lasts an hour",
}


def reached() -> set:
    """Every model that the way from a matter or a report comes upon."""
    found, todo = set(ROOTS), list(ROOTS)
    while todo:
        model = todo.pop()
        beside = {child for child, _ in _children(model)} | {cover for _, cover in _covers(model, ROOTS)}
        todo += beside - found
        found |= beside
    return found


def sealed_models() -> list:
    own = (each for each in apps.get_models() if hasattr(each, "Secrecy") and each._meta.app_label != "vault")
    return [each for each in own if seal_fields(each) or token_fields(each)]


def test_every_model_that_seals_belongs_to_a_file_or_is_said_not_to():
    missed = {each._meta.label for each in sealed_models()} - {each._meta.label for each in reached()}

    assert missed == set(OF_NO_FILE)


def test_what_outlasts_is_sealed_and_what_is_elsewhere_is_a_link():
    wrong = []
    for model in apps.get_models():
        secrecy = getattr(model, "Secrecy", None)
        wrong += [
            f"{model._meta.label}.{n}" for n in getattr(secrecy, "outlasts", ()) if n not in secrecy.sealed
        ]
        for name in getattr(secrecy, "elsewhere", ()):
            if model._meta.get_field(name).related_model not in ROOTS:
                wrong.append(f"{model._meta.label}.{name}")

    assert wrong == []

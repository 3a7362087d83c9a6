"""The one refusal of this package: a sentence that a clerk can act on."""


class SpreadsheetProblem(Exception):
    """The file cannot be used; ``str()`` is a Chinese sentence fit for the screen."""

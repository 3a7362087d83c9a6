import logging
import sys

from django.conf import settings

from yixian.config.quiet_logs import QuietFormatter

WORDS = "金丝雀姓名"


def logged(fail) -> str:
    try:
        fail()
    except ValueError:
        record = logging.LogRecord(
            "x", logging.ERROR, "", 0, "Internal Server Error: %s", ("/",), sys.exc_info()
        )
    return QuietFormatter().format(record)


def chained():
    try:
        int(WORDS)
    except ValueError as error:
        raise ValueError(f"not a number: {WORDS}") from error


def test_what_an_exception_quotes_is_not_logged():
    text = logged(lambda: int(WORDS))

    assert (WORDS in text, text.splitlines()[-1]) == (False, "builtins.ValueError")


def test_neither_is_what_its_cause_quotes():
    text = logged(chained)

    assert (WORDS in text, text.count("builtins.ValueError")) == (False, 2)


def test_where_it_happened_is_logged():
    assert "in chained" in logged(chained)


def test_every_handler_of_the_installation_writes_quietly():
    logging_of = settings.LOGGING

    formatters = {handler["formatter"] for handler in logging_of["handlers"].values()}

    assert {logging_of["formatters"][each]["()"] for each in formatters} == {
        "yixian.config.quiet_logs.QuietFormatter"
    }

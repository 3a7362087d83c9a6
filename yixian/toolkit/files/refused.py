"""The one error of this package."""


class FileRefused(Exception):
    """Its message is Chinese, names the file as its sender does, and says what to do instead."""

    @property
    def message(self) -> str:
        return str(self)

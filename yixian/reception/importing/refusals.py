"""Refusals of the import; each says what to do."""

from yixian.reception.models import LedgerImport
from yixian.trail.refusal import Refusal


class FileNotUsable(Refusal):
    """The file as a whole can't be read as a ledger."""

    key = "file_not_usable"


class FileWasImported(Refusal):
    """The very same file is being imported, or was, and was not undone."""

    key = "file_was_imported"

    @classmethod
    def of(cls, earlier: LedgerImport) -> "FileWasImported":
        return cls(
            f"这个文件已经在{earlier.begun_on}上传过，目前是“{earlier.get_state_display()}”。"
            "请在导入清单中打开那一次导入；需要重新导入的，先取消或者撤销那一次。"
        )


class MappingIncomplete(Refusal):
    """A column without which nothing can be imported was not named, or one field was named twice."""

    key = "mapping_incomplete"


class ImportElsewhere(Refusal):
    """The import is not at the step to which the act belongs."""

    key = "import_elsewhere"

    @classmethod
    def of(cls, found: LedgerImport) -> "ImportElsewhere":
        return cls(f"这次导入目前是“{found.get_state_display()}”，不能办这一步。请刷新页面后再看。")


class UsedSince(Refusal):
    """Something was done with reports of the import: it can no longer be undone as a whole."""

    key = "used_since"

"""Acts on an archived file: the same small forms as acts on a report, about another subject."""

from typing import Any, ClassVar
from uuid import UUID

from yixian.desk.file_case import FileCase
from yixian.desk.web.acts.base import ActForm
from yixian.desk.web.frame import not_theirs
from yixian.protection.officer import Officer
from yixian.resolution.queries.filing import file_by_uid
from yixian.toolkit.today import today


def file_or_404(officer: Officer, uid: UUID) -> FileCase:
    """One that this officer may meet; any other does not exist."""
    file = file_by_uid(officer, uid)
    if file is None:
        raise not_theirs(officer, "resolution.read_file", f"resolution.archivefile:{uid}")
    return FileCase(officer, file, today())


class FileForm(ActForm[FileCase]):
    """An act whose subject is a file; its permit is asked about the matter."""

    root: ClassVar[str] = "archive/files"

    @classmethod
    def load(cls, officer: Officer, key: UUID) -> FileCase:
        return file_or_404(officer, key)

    @classmethod
    def stands(cls, case: FileCase) -> bool:
        return True

    @classmethod
    def judged(cls, case: FileCase) -> Any:
        return case.file.matter

"""The form field by which files come in: one or several, each cleaned, each refusal naming its file."""

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from django import forms
from django.core.files.uploadedfile import UploadedFile

from yixian.toolkit.files.kinds import LARGEST, MEGABYTE, FileKind, endings_of
from yixian.toolkit.files.refused import FileRefused
from yixian.toolkit.files.taking_in import CleanFile, plain_name, take_in
from yixian.toolkit.files.whole import WholeFile, take_in_whole

Taken = TypeVar("Taken", CleanFile, WholeFile)


class FilesInput(forms.FileInput):
    """A file input that may take several."""

    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        return files.getlist(name) if hasattr(files, "getlist") else files.get(name)


class FilesField(forms.Field, Generic[Taken]):
    """``most`` is how many may come at once; what became of each is what ``take`` says."""

    def __init__(self, *, allowed: frozenset[FileKind], most: int = 1, **rest: Any) -> None:
        self.allowed, self.most = allowed, most
        attrs = {"accept": endings_of(allowed), **({"multiple": True} if most > 1 else {})}
        rest.setdefault("error_messages", {}).setdefault("required", "请选择文件")
        super().__init__(widget=FilesInput(attrs=attrs), **rest)

    def to_python(self, value: Any) -> list[Taken]:
        given: Sequence[UploadedFile[bytes]] = value if isinstance(value, list) else [value] if value else []
        if len(given) > self.most:
            raise forms.ValidationError(f"一次最多 {self.most} 个文件，请分几次交。")
        taken: list[Taken] = []
        refused: list[str] = []
        for each in given:
            try:
                taken.append(self._taken(each))
            except FileRefused as refusal:
                refused.append(refusal.message)
        if refused:
            again = ["没有问题的文件也请一起重新选择。"] if taken else []
            raise forms.ValidationError(refused + again)
        return taken

    def _taken(self, upload: "UploadedFile[bytes]") -> Taken:
        name, content, largest = upload.name or "", upload.read(), max(LARGEST[kind] for kind in self.allowed)
        if (upload.size or 0) > largest:
            raise FileRefused(f"“{plain_name(name)}”超过 {largest // MEGABYTE} MB，请压缩或者拆分后再交。")
        return self.take(name, content)

    def take(self, name: str, content: bytes) -> Taken:
        raise NotImplementedError


class CleanFilesField(FilesField[CleanFile]):
    """Its cleaned value is a list of ``CleanFile``."""

    def take(self, name: str, content: bytes) -> CleanFile:
        return take_in(name, content, self.allowed)


class WholeFilesField(FilesField[WholeFile]):
    """Its cleaned value is a list of ``WholeFile``: evidence, kept to the byte."""

    def take(self, name: str, content: bytes) -> WholeFile:
        return take_in_whole(name, content, self.allowed)

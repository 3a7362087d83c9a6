"""Uploads stay in memory: Django's own handler would write the larger ones to the disk in the clear."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from yixian.toolkit.files.kinds import LARGEST

LARGEST_OF_ALL = max(LARGEST.values())


class InMemory(FileUploadHandler):
    """``FILE_UPLOAD_HANDLERS``. What grows past the largest kind is counted to its end and dropped: the form sees
    its ``size`` without content, and tells the sender, who loses nothing else that was typed.
    """

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.held = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if start + len(raw_data) > LARGEST_OF_ALL:
            self.held = BytesIO()
        else:
            self.held.write(raw_data)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        self.held.seek(0)
        return InMemoryUploadedFile(
            self.held,
            self.field_name,
            self.file_name or "",
            self.content_type or "",
            file_size,
            self.charset,
            self.content_type_extra,
        )

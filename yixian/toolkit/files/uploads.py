"""Uploads stay in memory: Django's own handler would write the larger ones to the disk in the clear."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from yixian.toolkit.files.kinds import LARGEST, MEGABYTE

LARGEST_OF_ALL = max(LARGEST.values())
MOST_AT_ONCE = 120 * MEGABYTE
"""What the files of one request may hold in memory together: anybody can send a request."""


class InMemory(FileUploadHandler):
    """``FILE_UPLOAD_HANDLERS``. What grows past the largest kind, or past the room of one request, is counted to its
    end and dropped: the form sees its ``size`` without content, and tells the sender, who loses nothing else that
    was typed.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.total = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.held, self.is_dropped = BytesIO(), False

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.is_dropped |= start + len(raw_data) > LARGEST_OF_ALL or self.total + len(raw_data) > MOST_AT_ONCE
        if self.is_dropped:
            self.total -= self.held.getbuffer().nbytes
            self.held = BytesIO()
        else:
            self.held.write(raw_data)
            self.total += len(raw_data)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        self.held.seek(0)
        file_size = max(file_size, LARGEST_OF_ALL + 1) if self.is_dropped else file_size
        return InMemoryUploadedFile(
            self.held,
            self.field_name,
            self.file_name or "",
            self.content_type or "",
            file_size,
            self.charset,
            self.content_type_extra,
        )

"""What people hand in: known by its content, cleaned of what it tells about them, refused with a sentence otherwise.

``take_in`` is the way in. Pictures are drawn anew, PDFs and Office papers lose what runs and what names their
maker, recordings lose their tags. Nothing is written to the disk on the way.
"""

from yixian.toolkit.files.fields import CleanFilesField, WholeFilesField
from yixian.toolkit.files.kinds import DOCUMENTS, EVIDENCE, PICTURES, SOUNDS, VIDEOS, FileKind
from yixian.toolkit.files.refused import FileRefused
from yixian.toolkit.files.taking_in import CleanFile, take_in
from yixian.toolkit.files.whole import WholeFile, sha256_of, take_in_whole

__all__ = [
    "DOCUMENTS",
    "EVIDENCE",
    "PICTURES",
    "SOUNDS",
    "VIDEOS",
    "CleanFile",
    "CleanFilesField",
    "FileKind",
    "FileRefused",
    "WholeFile",
    "WholeFilesField",
    "sha256_of",
    "take_in",
    "take_in_whole",
]

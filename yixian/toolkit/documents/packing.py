"""A Word package without moments: the same paper gives the same bytes."""

import io
import zipfile

MOMENT = (1980, 1, 1, 0, 0, 0)


def packed(draft: io.BytesIO) -> bytes:
    """The package anew, with no clock written into it."""
    written = io.BytesIO()
    with zipfile.ZipFile(draft) as source, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(
                zipfile.ZipInfo(name, MOMENT), source.read(name), compress_type=zipfile.ZIP_DEFLATED
            )
    return written.getvalue()

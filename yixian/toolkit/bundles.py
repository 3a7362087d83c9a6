"""One string of bytes out of a few facts and some files, and back: no archive format, nothing to unpack on a disk.

Four bytes say how long the facts are (JSON, UTF-8); their last entry, ``sizes``, how long each file is; then the files.
"""

import json
from collections.abc import Mapping, Sequence

LENGTH = 4
SIZES = "sizes"


class NotABundle(ValueError):
    """The bytes do not add up."""


def bundle(facts: Mapping[str, object], blobs: Sequence[bytes] = ()) -> bytes:
    told = json.dumps({**facts, SIZES: [len(each) for each in blobs]}, ensure_ascii=False).encode()
    return b"".join([len(told).to_bytes(LENGTH), told, *blobs])


def unbundle(content: bytes) -> tuple[dict[str, object], list[bytes]]:
    length = int.from_bytes(content[:LENGTH])
    told, rest = content[LENGTH : LENGTH + length], content[LENGTH + length :]
    try:
        facts = json.loads(told)
        sizes = facts.pop(SIZES)
        if (
            len(content) < LENGTH
            or len(told) < length
            or sum(sizes) != len(rest)
            or min(sizes, default=0) < 0
        ):
            raise NotABundle("the lengths do not add up")
        ends = [sum(sizes[: at + 1]) for at in range(len(sizes))]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise NotABundle("the facts cannot be read") from error
    return facts, [rest[end - size : end] for size, end in zip(sizes, ends, strict=True)]

"""Plain text in one encoding."""


def as_utf8(content: bytes) -> bytes:
    """Read as UTF-8 or as the Chinese national encoding (``sniffing`` saw that one of them fits)."""
    try:
        return content.decode("utf-8-sig").encode()
    except UnicodeDecodeError:
        return content.decode("gb18030").encode()

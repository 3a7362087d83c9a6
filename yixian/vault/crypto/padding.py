"""Padding, so that the length of a ciphertext says nothing of a name, a phone number or a short note."""

STEPS = (64, 256, 1024, 4096)
END = b"\x80"


def pad(plain: bytes) -> bytes:
    """Up to the next of 64, 256, 1024, 4096 bytes, then to whole multiples of 4096 (ISO/IEC 7816-4)."""
    needed = len(plain) + 1
    room = next((step for step in STEPS if step >= needed), -(-needed // STEPS[-1]) * STEPS[-1])
    return plain + END + bytes(room - needed)


def unpad(padded: bytes) -> bytes:
    plain, end, zeros = padded.rpartition(END)
    if not end or any(zeros):
        raise ValueError("not padded")
    return plain

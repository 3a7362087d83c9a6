"""What one sitting can open: a private key, and through it shares of organ keys. It never shows itself."""

from collections.abc import Iterator
from typing import NoReturn
from uuid import UUID

from yixian.vault.crypto import context_bytes, suite
from yixian.vault.enums import Part, Purpose
from yixian.vault.models import KeyShare, OrganKey


class Ring:
    """Held by an officer (``keyholder_id``) or a reporter (``receipt_id``) for one request, never stored.

    Shares are read anew for every question, so a share taken away opens nothing from that moment on; only
    what was unwrapped once is kept, to save the arithmetic.
    """

    __slots__ = ("_unwrapped", "keyholder_id", "private", "receipt_id")

    def __init__(
        self, private: bytes, *, keyholder_id: int | None = None, receipt_id: UUID | None = None
    ) -> None:
        self.private = private
        self.keyholder_id = keyholder_id
        self.receipt_id = receipt_id
        self._unwrapped: dict[int, bytes] = {}

    def __repr__(self) -> str:
        return "<Ring>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("keys are never written anywhere")

    def shares(
        self, *, purpose: Purpose, part: Part = Part.WHOLE, organ_ref: int | None = None
    ) -> Iterator[tuple[OrganKey, bytes]]:
        """Each organ key held now with its private part, newest version first."""
        if self.keyholder_id is None:
            return
        held = KeyShare.objects.select_related("organ_key").filter(
            keyholder_id=self.keyholder_id, part=part, organ_key__purpose=purpose
        )
        if organ_ref is not None:
            held = held.filter(organ_key__organ_ref=organ_ref)
        for share in held.order_by("organ_key__organ_ref", "-organ_key__version"):
            yield share.organ_key, self._unwrap(share)

    def _unwrap(self, share: KeyShare) -> bytes:
        if share.pk not in self._unwrapped:
            own = suite().pair_from(self.private).public
            context = share_context(share.organ_key, share.part, own)
            self._unwrapped[share.pk] = suite().unbox(self.private, bytes(share.wrapped), context)
        return self._unwrapped[share.pk]


def share_context(organ_key: OrganKey, part: str, public: bytes) -> bytes:
    """A share opens only as this part of this key for this holder."""
    return context_bytes("share", str(organ_key.pk), part, public.hex())

"""Which organs hold a way to an identity: that they do, and nothing of what it says."""

from collections.abc import Iterable
from uuid import UUID

from yixian.vault.enums import Purpose
from yixian.vault.models import DataKeyWrap


def organs_reaching(identities: Iterable[UUID]) -> frozenset[tuple[UUID, int]]:
    """Each identity with each organ whose custodians can open it."""
    wraps = DataKeyWrap.objects.filter(data_key__in=list(identities), organ_key__purpose=Purpose.IDENTITY)
    return frozenset(wraps.values_list("data_key_id", "organ_key__organ_ref").order_by())

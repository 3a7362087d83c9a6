from yixian.vault.models.data_key import DataKey, DataKeyWrap, SealedItem
from yixian.vault.models.index import IndexPage, IndexRecords, IndexSegment, IndexTail
from yixian.vault.models.keyholder import Keyholder
from yixian.vault.models.organ_key import KeyShare, OrganKey, Recovery
from yixian.vault.models.receipt import CodeSalt, Receipt

__all__ = [
    "CodeSalt",
    "DataKey",
    "DataKeyWrap",
    "IndexPage",
    "IndexRecords",
    "IndexSegment",
    "IndexTail",
    "KeyShare",
    "Keyholder",
    "OrganKey",
    "Receipt",
    "Recovery",
    "SealedItem",
]

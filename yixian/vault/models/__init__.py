from yixian.vault.models.blind_term import BlindTerm
from yixian.vault.models.data_key import DataKey, DataKeyWrap, SealedItem
from yixian.vault.models.keyholder import Keyholder
from yixian.vault.models.organ_key import KeyShare, OrganKey, Recovery
from yixian.vault.models.receipt import CodeSalt, Receipt

__all__ = [
    "BlindTerm",
    "CodeSalt",
    "DataKey",
    "DataKeyWrap",
    "KeyShare",
    "Keyholder",
    "OrganKey",
    "Receipt",
    "Recovery",
    "SealedItem",
]

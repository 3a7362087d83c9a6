"""Pure cryptography: nothing here knows Django's models or what is being sealed."""

from yixian.vault.crypto.suite import Broken, Cost, Pair, Suite, context_bytes, suite

__all__ = ["Broken", "Cost", "Pair", "Suite", "context_bytes", "suite"]

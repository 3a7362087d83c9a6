"""Write background.npz: how many of some 9,400 public complaints hold each hashed n-gram or word."""

from pathlib import Path

import numpy as np

import yixian.language.likeness as package
from training.likeness.sources import departments, pool
from yixian.language.likeness.background import FOLDED_BITS, all_ids, document_frequencies, packed
from yixian.language.likeness.grams import BITS
from yixian.language.likeness.traces import trace


def main() -> None:
    """A complaint counts once however often it was repeated word for word."""
    texts = {(one.subject, one.detail): one for one in [*pool(), *departments()]}
    found = (np.unique(all_ids(trace(one)) >> np.uint32(BITS - FOLDED_BITS)) for one in texts.values())
    frequencies = document_frequencies(found, bits=FOLDED_BITS).astype(np.float32)
    target = Path(package.__path__[0]) / "background.npz"
    np.savez_compressed(target, frequencies=packed(frequencies), size=np.int64(len(texts)))
    print(f"{len(texts)} texts, {np.count_nonzero(frequencies)} buckets, {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()

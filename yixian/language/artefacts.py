"""The stored models: numbers alone, read once and kept."""

from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

Artefact = dict[str, NDArray[np.float32]]


@cache
def load(name: str) -> Artefact:
    """The arrays of models/<name>.npz as float32. Nothing in them is executed (no pickles)."""
    file = resources.files("yixian.language") / "models" / f"{name}.npz"
    with file.open("rb") as stream, np.load(stream, allow_pickle=False) as arrays:
        return {key: arrays[key].astype(np.float32) for key in arrays.files}

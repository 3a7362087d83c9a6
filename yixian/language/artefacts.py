"""The stored models: numbers alone, read once and kept."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

Artefact = dict[str, NDArray[np.float32]]
_lent: dict[str, Artefact] = {}


def load(name: str) -> Artefact:
    """The arrays of models/<name>.npz as float32, unless others are lent in their place."""
    return _lent.get(name) or _stored(name)


@cache
def _stored(name: str) -> Artefact:
    """Nothing in them is executed (no pickles)."""
    file = resources.files("yixian.language") / "models" / f"{name}.npz"
    with file.open("rb") as stream, np.load(stream, allow_pickle=False) as arrays:
        return {key: arrays[key].astype(np.float32) for key in arrays.files}


@contextmanager
def lent(name: str, arrays: Mapping[str, NDArray[Any]]) -> Iterator[None]:
    """Within the block this model stands in for the stored one: how a fold's model is measured whole."""
    _lent[name] = {key: np.asarray(array, dtype=np.float32) for key, array in arrays.items()}
    try:
        yield
    finally:
        del _lent[name]

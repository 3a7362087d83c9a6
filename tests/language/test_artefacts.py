"""The stored models hold numbers alone, and few of them."""

from importlib import resources
from pathlib import Path

import numpy as np
import pytest

FOLDER = Path(str(resources.files("yixian.language") / "models"))
NAMES = ("answers", "departments", "elements", "grams", "kinds", "persons")


@pytest.mark.parametrize("name", NAMES)
def test_a_model_is_an_archive_of_plain_numbers(name: str) -> None:
    with np.load(FOLDER / f"{name}.npz", allow_pickle=False) as arrays:
        kinds = {arrays[key].dtype.kind for key in arrays.files}

    assert kinds == {"f"}


def test_all_models_together_stay_under_twenty_megabytes() -> None:
    assert sum((FOLDER / f"{name}.npz").stat().st_size for name in NAMES) < 20e6


@pytest.mark.parametrize("name", NAMES)
def test_every_model_has_its_card(name: str) -> None:
    assert (FOLDER / f"{name}.md").read_text(encoding="utf-8").startswith(f"# {name}")

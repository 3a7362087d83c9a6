"""Build every model of the reader: `python -m training.reading` (some three minutes of one core)."""

from pathlib import Path

import numpy as np

from training.reading import (
    answer_model,
    corpus,
    department_model,
    element_model,
    kind_model,
    name_model,
    role_model,
)
from training.reading.department_rows import department_rows
from training.reading.element_rows import element_rows
from training.reading.fitting import Arrays, idf_of
from training.reading.kind_rows import kind_rows
from training.reading.name_rows import name_groups, name_texts

MODELS = Path(__file__).resolve().parents[2] / "yixian" / "language" / "models"


def main() -> None:
    texts, _ = corpus.departments()
    idf = idf_of([*texts, *corpus.messages().values()])
    _store("grams", {"idf": idf.astype(np.float16)})
    rows = department_rows(idf)
    _store("departments", department_model.train(*rows.only(np.arange(len(rows.labels)))))
    _store_readers_of_kinds(idf)
    rows, truth, _ = answer_model.everything()
    _store("answers", answer_model.train(rows, truth))
    _store("persons", _persons())


def _persons() -> Arrays:
    """The finder of names, and the judge of who is accused."""
    texts = name_texts()
    groups = name_groups(texts)
    finder = name_model.train(name_model.Workbench(texts), np.arange(len(texts)), groups)
    by_id = {one.id: one for one in texts}
    return finder | role_model.train([role_model.role_row(one, by_id) for one in role_model.accusations()])


def _store_readers_of_kinds(idf: np.ndarray) -> None:
    learnt_from = kind_rows(idf)
    _store("kinds", kind_model.train(*learnt_from.only(np.arange(len(learnt_from.labels)))))
    stated = element_rows()
    _store("elements", element_model.train(*stated.only(np.arange(len(stated.motives)))))


def _store(name: str, arrays: Arrays) -> None:
    path = MODELS / f"{name}.npz"
    np.savez_compressed(path, **arrays)
    print(f"{path.name}: {path.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()

"""Build every model of the reader: `python -m training.reading` (about a minute on one core)."""

from pathlib import Path

import numpy as np

from training.reading import corpus, department_model, element_model, kind_model
from training.reading.fitting import Arrays, idf_of
from training.reading.groups import near_groups
from training.reading.kind_rows import kind_rows
from yixian.language.cues import measured
from yixian.language.elements import FLAGS
from yixian.language.features import counts, weighed

MODELS = Path(__file__).resolve().parents[2] / "yixian" / "language" / "models"


def main() -> None:
    texts, labels = corpus.departments()
    idf = idf_of([*texts, *corpus.messages().values()])
    _store("grams", {"idf": idf.astype(np.float16)})
    grams = weighed(counts(texts), idf)
    _store("departments", department_model.train(grams, labels, near_groups(grams)))
    _store_readers_of_kinds(idf)


def _store_readers_of_kinds(idf: np.ndarray) -> None:
    learnt_from = kind_rows(idf)
    _store("kinds", kind_model.train(*learnt_from.only(np.arange(len(learnt_from.labels)))))
    rows = corpus.kinds()
    cues = measured([row.text for row in rows])
    flags = np.array([[row.label[flag] for flag in FLAGS] for row in rows])
    _store("elements", element_model.train(cues, flags, [row.label["motive"] for row in rows]))


def _store(name: str, arrays: Arrays) -> None:
    path = MODELS / f"{name}.npz"
    np.savez_compressed(path, **arrays)
    print(f"{path.name}: {path.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()

"""Build every model of the reader: `python -m training.reading` (about a minute on one core)."""

from pathlib import Path

import numpy as np

from training.reading import corpus, department_model, element_model, kind_model
from training.reading.fitting import Arrays, idf_of
from training.reading.groups import near_groups
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
    rows = corpus.kinds()
    texts = [row.text for row in rows]
    grams, cues = weighed(counts(texts), idf), measured(texts)
    labels = [row.label["kind"] for row in rows]
    _store("kinds", kind_model.train(grams, cues, labels, near_groups(grams), np.ones(len(rows))))
    flags = np.array([[row.label[flag] for flag in FLAGS] for row in rows])
    _store("elements", element_model.train(cues, flags, [row.label["motive"] for row in rows]))


def _store(name: str, arrays: Arrays) -> None:
    path = MODELS / f"{name}.npz"
    np.savez_compressed(path, **arrays)
    print(f"{path.name}: {path.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()

"""Learn the weights from all the gold and write weights.json; figures come from bench.likeness_quality."""

import json
from pathlib import Path

import numpy as np

import yixian.language.likeness as package
from training.likeness.folds import calibration, fitted, held_out
from training.likeness.gold import gold
from training.likeness.sources import pool
from training.likeness.workbench import Workbench
from yixian.language.likeness.evidence import MEASURES


def main() -> None:
    bench = Workbench.of(pool())
    found = gold(bench.accounts, bench.candidates())
    everything = np.ones(len(found), dtype=bool)
    measured, usual = bench.measured(found), bench.usual()
    line = calibration(found, held_out(found, measured, usual), everything)
    model = fitted(found, measured, everything, usual).calibrated(*line)
    stored = {
        "intercept": model.intercept,
        "threshold": model.threshold,
        "weights": {name: one for (name, _), one in zip(MEASURES, model.weights, strict=True)},
        "usual": {name: one for (name, _), one in zip(MEASURES, model.usual, strict=True)},
    }
    target = Path(package.__path__[0]) / "weights.json"
    target.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
    print(target.read_text("utf-8"))


if __name__ == "__main__":
    main()

"""The hash is part of the models: it must never change by accident."""

import numpy as np
import pytest

from yixian.language.features import COLUMNS, SUBJECT_WEIGHT, counts, weighed

KNOWN = [160882, 260639, 399952, 604729, 654607, 724264]


def test_the_hash_of_a_known_text_stays_what_the_models_were_trained_on() -> None:
    table = counts([("青禾", "")])

    assert sorted(table.indices.tolist()) == KNOWN


def test_grams_do_not_cross_from_one_text_to_the_next() -> None:
    together = counts([("青禾", "柳湾"), ("云溪", "前进")])
    apart = [counts([("青禾", "柳湾")]), counts([("云溪", "前进")])]

    assert all((together[row] != apart[row]).nnz == 0 for row in (0, 1))


def test_no_text_gives_an_empty_table() -> None:
    assert (counts([]).shape, counts([("", "")]).nnz) == ((0, COLUMNS), 0)


def test_rows_have_unit_length_and_the_subject_its_weight() -> None:
    table = weighed(counts([("青禾", "柳湾村")]), np.ones(COLUMNS, dtype=np.float32))

    assert float((table.multiply(table)).sum()) == pytest.approx(1 + SUBJECT_WEIGHT**2, rel=1e-5)

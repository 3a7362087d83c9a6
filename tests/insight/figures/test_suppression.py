from yixian.insight.figures import Breakdown, Line, suppress


def breakdown(**counts):
    total = sum(counts.values())
    lines = tuple(Line(key, key, count, count / total) for key, count in counts.items())
    return Breakdown("places", "属地", "每件一处", lines, total, 0)


def shown(**counts):
    return {line.label: line.count for line in suppress(breakdown(**counts))}


def test_large_cells_stay():
    assert shown(甲=5, 乙=90) == {"甲": 5, "乙": 90}


def test_two_small_cells_are_withheld():
    assert shown(甲=1, 乙=4, 丙=90) == {"甲": None, "乙": None, "丙": 90}


def test_a_single_small_cell_takes_the_next_smallest_with_it():
    """Else the total would give it away by subtraction."""
    assert shown(甲=1, 乙=40, 丙=90) == {"甲": None, "乙": None, "丙": 90}


def test_an_empty_cell_is_no_secret():
    assert shown(甲=0, 乙=40) == {"甲": 0, "乙": 40}


def test_no_id_leaves_with_a_public_line():
    line = suppress(breakdown(甲=1, 乙=2))[0]

    assert line.shown() == "少于5件或不单列"
    assert not hasattr(line, "rows")

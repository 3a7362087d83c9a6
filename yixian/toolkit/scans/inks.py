"""Light and ink: shadows evened out, red seals lifted off the black, red heads told apart from seals.

Red ink is bright in the red channel and black ink is dark in all three: in that channel a seal is as pale as the
paper, and the writing under it stays. What is printed in red (a 红头) would vanish too, so it is found by its shape
(wide and low, where a seal is as high as wide) and read by itself.
"""

from dataclasses import dataclass

import cv2
import numpy as np

REDDER_BY = 50
"""How much more red than green and blue makes a pixel red, on the scale of 255."""
PALE = 180
"""Red ink on bare paper is at least this bright in the red channel; where it covers writing it is darker."""
DARK = 110
"""In a red head only what is as dark as this was written over it."""
FEWEST_RED = 0.0004
WIDE, HIGHEST_SHARE, NARROWEST_SHARE = 3.0, 0.09, 0.15
UNEVEN = 25
SMALL = 8


@dataclass(frozen=True, slots=True)
class Inks:
    """``black`` is the page in grey without red ink; ``heads`` are left, top, right, bottom of red print."""

    black: np.ndarray
    red: np.ndarray
    heads: tuple[tuple[int, int, int, int], ...]


def evened(page: np.ndarray) -> np.ndarray:
    """The page with its paper white everywhere; a page that is lit evenly is left as it is."""
    small = cv2.resize(page, None, fx=1 / SMALL, fy=1 / SMALL, interpolation=cv2.INTER_AREA)
    paper = cv2.medianBlur(cv2.dilate(small, np.ones((7, 7), np.uint8)), 21)
    bright = paper.min(axis=2)
    if np.percentile(bright, 95) - np.percentile(bright, 5) < UNEVEN and np.median(bright) > 200:
        return page
    whole = cv2.resize(paper, (page.shape[1], page.shape[0]), interpolation=cv2.INTER_LINEAR)
    return np.clip(page.astype(np.float32) * 250 / np.maximum(whole, 40), 0, 255).astype(np.uint8)


def parted(page: np.ndarray) -> Inks:
    """Black ink apart from red."""
    red, green, blue = (page[..., each].astype(np.int16) for each in range(3))
    redness = np.clip(red - np.maximum(green, blue), 0, 255)
    is_red = (redness > REDDER_BY).astype(np.uint8)
    if is_red.mean() < FEWEST_RED:
        return Inks(cv2.cvtColor(page, cv2.COLOR_RGB2GRAY), np.zeros((0, 0), np.uint8), ())
    black = page[..., 0].copy()
    near_red = cv2.dilate(is_red, np.ones((5, 5), np.uint8))
    paper = np.uint8(np.percentile(black, 90))
    black[(near_red > 0) & (black > PALE)] = paper
    heads = _heads(is_red)
    for left, top, right, bottom in heads:
        black[top:bottom, left:right][black[top:bottom, left:right] > DARK] = paper
    return Inks(black, (255 - redness).astype(np.uint8), heads)


def _heads(is_red: np.ndarray) -> tuple[tuple[int, int, int, int], ...]:
    """Red print: strips that are much wider than high. A seal is round or square; a ruled line is too low."""
    height, width = is_red.shape
    joined = cv2.morphologyEx(
        is_red, cv2.MORPH_CLOSE, np.ones((max(height // 200, 3), width // 16), np.uint8)
    )
    _, _, found, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    heads = []
    for left, top, wide, high, _ in found[1:].tolist():
        low_enough = height * 0.008 < high < height * HIGHEST_SHARE
        if low_enough and wide > WIDE * high and wide > width * NARROWEST_SHARE:
            heads.append((left, max(top - 12, 0), left + wide, min(top + high + 12, height)))
    return tuple(heads)

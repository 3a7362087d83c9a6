"""Standing upright and lying straight: quarter turns, the sheet in a photograph, and the last degrees of skew."""

from dataclasses import dataclass

import cv2
import numpy as np

LONGEST_READ = 2339
"""A4 at 200 dpi: more adds time, and no right characters."""
MOST_SKEW, COARSE, FINE = 8.0, 0.5, 0.1
LEAST_SHEET, MOST_SHEET = 0.3, 0.96


@dataclass(frozen=True, slots=True)
class Flat:
    """A page made flat, and by how much it lay askew."""

    page: np.ndarray
    skew: float


def quarter_turned(page: np.ndarray, degrees: int) -> np.ndarray:
    """Turned clockwise by 0, 90, 180 or 270 degrees."""
    return np.ascontiguousarray(np.rot90(page, -degrees // 90))


def flattened(page: np.ndarray) -> Flat:
    """The sheet cut out if it lies on something darker, brought to size, and turned straight."""
    there = _sheet_map(page)
    if there is None:
        scale = min(1.0, LONGEST_READ / max(page.shape[:2]))
        size = (round(page.shape[1] * scale), round(page.shape[0] * scale))
        flat = cv2.resize(page, size, interpolation=cv2.INTER_AREA)
    else:
        matrix, size = there
        flat = cv2.warpPerspective(page, matrix, size, flags=cv2.INTER_LINEAR)
    skew = skew_of(flat)
    if abs(skew) >= 0.2:
        straight = cv2.getRotationMatrix2D((size[0] / 2, size[1] / 2), skew, 1.0)
        flat = cv2.warpAffine(flat, straight, size, flags=cv2.INTER_CUBIC, borderValue=(255, 255, 255))
    return Flat(flat, skew)


def skew_of(page: np.ndarray) -> float:
    """By how many degrees the lines fall to the right: the turn at which rows of ink stand out most."""
    grey = page if page.ndim == 2 else page.min(axis=2)
    scale = 700 / max(grey.shape)
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    near = cv2.adaptiveThreshold(small, 1, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 25, 15)
    ink = near.astype(np.float32)
    edge = max(small.shape) // 40
    ink[:edge], ink[-edge:], ink[:, :edge], ink[:, -edge:] = 0, 0, 0, 0
    coarse = max(np.arange(-MOST_SKEW, MOST_SKEW + COARSE, COARSE), key=lambda angle: _sharpness(ink, angle))
    around = np.arange(coarse - COARSE, coarse + COARSE + FINE, FINE)
    return float(max(around, key=lambda angle: _sharpness(ink, angle)))


def _sharpness(ink: np.ndarray, angle: float) -> float:
    height, width = ink.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    rows = cv2.warpAffine(ink, matrix, (width, height)).sum(axis=1)
    return float(np.square(np.diff(rows)).sum())


def _sheet_map(page: np.ndarray) -> tuple[np.ndarray, tuple[int, int]] | None:
    """How to lay the sheet flat, when a bright sheet with four corners lies on something darker."""
    corners = _sheet(page)
    if corners is None:
        return None
    upper_left, upper_right, lower_right, lower_left = corners
    wide = max(_far(upper_right, upper_left), _far(lower_right, lower_left))
    high = max(_far(lower_left, upper_left), _far(lower_right, upper_right))
    scale = min(1.0, LONGEST_READ / max(wide, high))
    size = (round(wide * scale), round(high * scale))
    onto = np.array([[0, 0], [size[0], 0], [size[0], size[1]], [0, size[1]]], np.float32)
    return cv2.getPerspectiveTransform(corners, onto), size


def _sheet(page: np.ndarray) -> np.ndarray | None:
    scale = 600 / max(page.shape[:2])
    small = cv2.resize(page, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    bright = cv2.GaussianBlur(small.max(axis=2), (7, 7), 0)
    _, white = cv2.threshold(bright, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    white = cv2.morphologyEx(white, cv2.MORPH_CLOSE, np.ones((25, 25), np.uint8))
    outlines, _ = cv2.findContours(white, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    if not outlines:
        return None
    outline = cv2.convexHull(max(outlines, key=cv2.contourArea))
    share = cv2.contourArea(outline) / (small.shape[0] * small.shape[1])
    corners = cv2.approxPolyDP(outline, 0.03 * cv2.arcLength(outline, True), True).reshape(-1, 2)
    if not LEAST_SHEET < share < MOST_SHEET or len(corners) != 4:
        return None
    return _clockwise(corners.astype(np.float32)) / np.float32(scale)


def _far(one: np.ndarray, other: np.ndarray) -> float:
    return float(np.linalg.norm(one - other))


def _clockwise(corners: np.ndarray) -> np.ndarray:
    """From the upper left."""
    along, across = corners.sum(axis=1), np.diff(corners, axis=1).ravel()
    order = [along.argmin(), across.argmin(), along.argmax(), across.argmax()]
    return corners[order]

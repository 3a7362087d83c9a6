"""Letters set on A4 at 200 dpi, and then spoiled as scanners, telephones and offices spoil them."""

import io
import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import cv2
import numpy as np
import pylopdf_fonts_zh_cn
from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1654, 2339
MARGIN, TOP = 200, 210
INK = (28, 28, 30)
SEAL_RED = (214, 38, 34)
FONTS_VARIABLE = "YIXIAN_BENCH_FONTS"
"""A folder of further type faces, for machines where Debian's are not installed."""
PRINTED = {
    "宋体类（Noto Serif SC）": (str(pylopdf_fonts_zh_cn.serif_path()), 0),
    "黑体类（Noto Sans SC）": (str(pylopdf_fonts_zh_cn.sans_path()), 0),
    "楷体（AR PL UKai）": ("ukai.ttc", 0),
    "明体（AR PL UMing）": ("uming.ttc", 0),
    "文楷（LXGW WenKai）": ("LXGWWenKai-Regular.ttf", 0),
}
HANDWRITING_LIKE = {
    "行楷样（Ma Shan Zheng）": ("MaShanZheng_400Regular.ttf", 0),
    "行书样（Zhi Mang Xing）": ("ZhiMangXing_400Regular.ttf", 0),
    "草书样（Liu Jian Mao Cao）": ("LiuJianMaoCao_400Regular.ttf", 0),
}
Spoil = Callable[[np.ndarray, np.random.Generator], np.ndarray]


@dataclass(frozen=True)
class Face:
    """A type face found on this machine."""

    name: str
    path: str
    index: int = 0

    def at(self, size: int) -> ImageFont.FreeTypeFont:
        return ImageFont.truetype(self.path, size, index=self.index)


@cache
def _files() -> dict[str, str]:
    listed = subprocess.run(["fc-list", "--format", "%{file}\n"], capture_output=True, text=True, check=False)
    found = {Path(line).name: line for line in listed.stdout.splitlines() if line}
    for path in Path(os.environ.get(FONTS_VARIABLE, "/nonexistent")).rglob("*.tt[cf]"):
        found[path.name] = str(path)
    return found


def faces(wanted: dict[str, tuple[str, int]]) -> tuple[list[Face], list[str]]:
    """The faces that are here, and a sentence for each that is not."""
    here, absent = [], []
    for name, (file, index) in wanted.items():
        path = file if Path(file).is_file() else _files().get(file)
        if path is None:
            absent.append(
                f"{name}: 本机没有 {file}（可装 Debian 字体包，或者用 {FONTS_VARIABLE} 指定字体目录）"
            )
        else:
            here.append(Face(name, path, index))
    return here, absent


def plain_face() -> Face:
    return Face("宋体类", str(pylopdf_fonts_zh_cn.serif_path()))


def typeset(
    paragraphs: list[str], face: Face, *, size: int = 39, head: str = "", jitter: int = 0
) -> tuple[np.ndarray, str]:
    """One page as pixels, and what stands on it. Paragraphs that do not fit are left out."""
    sheet = Image.new("RGB", (WIDTH, HEIGHT), "white")
    brush, font, chance = ImageDraw.Draw(sheet), face.at(size), np.random.default_rng(size + jitter)
    y, kept = TOP, []
    if head:
        big = face.at(74)
        brush.text(((WIDTH - brush.textlength(head, big)) / 2, 90), head, SEAL_RED, big)
        brush.line((MARGIN - 40, 235, WIDTH - MARGIN + 40, 235), SEAL_RED, 5)
        y, kept = 300, [head]
    for at, paragraph in enumerate(paragraphs):
        lines = _broken(brush, paragraph, font, first=at)
        if y + len(lines) * size * 1.75 > HEIGHT - 150:
            break
        kept.append(paragraph)
        for number, line in enumerate(lines):
            x = _begin(brush, line, font, paragraphs, at, number)
            _write(brush, (x, y), line, font, jitter, chance)
            y += int(size * 1.75)
    return np.asarray(sheet), "\n".join(kept)


def _begin(brush, line, font, paragraphs, at, number) -> float:  # type: ignore[no-untyped-def] # of this module alone
    wide = brush.textlength(line, font)
    if at == 0:
        return (WIDTH - wide) / 2
    if at >= len(paragraphs) - 3:
        return WIDTH - MARGIN - wide - font.size
    indented = at > 1 and number == 0 and not line.startswith("敬礼")
    return MARGIN + (2 * font.size if indented else 0)


def _broken(brush, paragraph, font, *, first: int) -> list[str]:  # type: ignore[no-untyped-def] # the same
    lines, line = [], ""
    for sign in paragraph:
        room = WIDTH - 2 * MARGIN - (2 * font.size if not lines and first > 1 else 0)
        if brush.textlength(line + sign, font) > room and sign not in "，。、；：！？”）》":
            lines, line = [*lines, line], ""
        line += sign
    return [*lines, line]


def _write(brush, where, line, font, jitter, chance) -> None:  # type: ignore[no-untyped-def] # the same
    x, y = where
    if not jitter:
        brush.text((x, y), line, INK, font)
        return
    for sign in line:
        brush.text((x, y + int(chance.integers(-jitter, jitter + 1))), sign, INK, font)
        x += brush.textlength(sign, font) + int(chance.integers(0, jitter + 1))


def clean(page: np.ndarray, chance: np.random.Generator) -> np.ndarray:
    return page


def noisy(page: np.ndarray, chance: np.random.Generator) -> np.ndarray:
    """Grain, specks, a paler ink, a little blur: a tired flat-bed."""
    grey = 255 - (255 - page.astype(np.float32)) * 0.82
    grey += chance.normal(0, 14, page.shape[:2])[..., None]
    specks = chance.random(page.shape[:2]) < 0.0006
    grey[specks] = 70
    return cv2.GaussianBlur(np.clip(grey, 0, 255).astype(np.uint8), (3, 3), 0.7)


def skewed(degrees: float) -> Spoil:
    def spoil(page: np.ndarray, chance: np.random.Generator) -> np.ndarray:
        middle = (page.shape[1] / 2, page.shape[0] / 2)
        matrix = cv2.getRotationMatrix2D(middle, -degrees, 1.0)
        size = (page.shape[1], page.shape[0])
        return cv2.warpAffine(page, matrix, size, flags=cv2.INTER_CUBIC, borderValue=(255, 255, 255))

    return spoil


def stamped(page: np.ndarray, chance: np.random.Generator) -> np.ndarray:
    """A round seal and a square one, over the writing."""
    sheet = Image.fromarray(page)
    layer = Image.new("RGB", sheet.size, "white")
    brush = ImageDraw.Draw(layer)
    x, y = int(chance.integers(350, 1000)), int(chance.integers(500, 1500))
    brush.ellipse((x, y, x + 330, y + 330), outline=SEAL_RED, width=12)
    font = plain_face().at(110)
    brush.text((x + 110, y + 95), "★", SEAL_RED, font)
    brush.text((x + 60, y + 235), "收文专用章", SEAL_RED, plain_face().at(42))
    brush.rectangle((x + 300, y + 420, x + 520, y + 640), outline=SEAL_RED, width=10)
    brush.text((x + 320, y + 430), "来信", SEAL_RED, plain_face().at(90))
    brush.text((x + 320, y + 530), "已收", SEAL_RED, plain_face().at(90))
    return np.minimum(np.asarray(layer), page)


def turned_by(quarters: int) -> Spoil:
    def spoil(page: np.ndarray, chance: np.random.Generator) -> np.ndarray:
        return np.ascontiguousarray(np.rot90(page, quarters))

    return spoil


def photographed(page: np.ndarray, chance: np.random.Generator) -> np.ndarray:
    """On a brown table, from an angle, half in the shadow of whoever holds the telephone."""
    high, wide = page.shape[:2]
    away = lambda: float(chance.integers(20, 110))  # noqa: E731 - said three lines below
    corners = [[200 + away(), 150 + away()], [wide + 200 - away(), 150 + away()]]
    corners += [[wide + 260 - away(), high + 120 - away()], [140 + away(), high + 160 - away()]]
    matrix = cv2.getPerspectiveTransform(
        np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32), np.array(corners, np.float32)
    )
    size = (wide + 400, high + 300)
    table = np.full((size[1], size[0], 3), (112, 84, 60), np.uint8)
    sheet = cv2.warpPerspective(page, matrix, size, flags=cv2.INTER_AREA)
    there = cv2.warpPerspective(np.full((high, wide), 255, np.uint8), matrix, size)
    table[there > 127] = sheet[there > 127]
    across = np.linspace(1.0, 0.5, size[0])[None, :] * np.linspace(1.0, 0.85, size[1])[:, None]
    lit = table.astype(np.float32) * cv2.GaussianBlur(across.astype(np.float32), (0, 0), 40)[..., None]
    lit += chance.normal(0, 6, lit.shape[:2])[..., None]
    return cv2.GaussianBlur(np.clip(lit, 0, 255).astype(np.uint8), (3, 3), 0.8)


def both(*spoils: Spoil) -> Spoil:
    def spoil(page: np.ndarray, chance: np.random.Generator) -> np.ndarray:
        for each in spoils:
            page = each(page, chance)
        return page

    return spoil


def as_jpeg(page: np.ndarray, quality: int = 80) -> bytes:
    written = io.BytesIO()
    Image.fromarray(page).save(written, "JPEG", quality=quality)
    return written.getvalue()


def as_pdf(pages: list[np.ndarray]) -> bytes:
    """What a flat-bed saves: a picture a page."""
    first, *others = (Image.fromarray(page) for page in pages)
    written = io.BytesIO()
    first.save(written, "PDF", save_all=True, append_images=others, resolution=200.0, quality=85)
    return written.getvalue()

"""Small files of each kind, with something in them that tells of their maker: SECRET stands where it would."""

import wave
import zipfile
from io import BytesIO

import pikepdf
from docx import Document
from openpyxl import Workbook
from openpyxl.comments import Comment
from PIL import Image
from PIL.ExifTags import IFD, Base

SECRET = "Zhang-Phone-X9"


def jpeg(size: tuple[int, int] = (60, 40), orientation: int = 1) -> bytes:
    exif = Image.Exif()
    exif[Base.Make], exif[Base.Artist], exif[Base.Orientation] = SECRET, SECRET, orientation
    exif.get_ifd(IFD.GPSInfo)[2] = (39.0, 54.0, 26.0)
    written = BytesIO()
    Image.new("RGB", size, "white").save(written, "JPEG", exif=exif, comment=SECRET)
    return written.getvalue()


def png() -> bytes:
    from PIL.PngImagePlugin import PngInfo

    notes = PngInfo()
    notes.add_text("Author", SECRET)
    written = BytesIO()
    Image.new("RGB", (30, 20), "blue").save(written, "PNG", pnginfo=notes)
    return written.getvalue() + SECRET.encode()


def webp() -> bytes:
    written = BytesIO()
    Image.new("RGB", (30, 20), "red").save(written, "WEBP", exif=Image.Exif().tobytes() + SECRET.encode())
    return written.getvalue()


def pdf(pages: int = 1, *, password: str = "") -> bytes:
    written = BytesIO()
    with pikepdf.new() as made:
        for _ in range(pages):
            made.add_blank_page(page_size=(595, 842))
        made.docinfo["/Author"] = SECRET
        with made.open_metadata() as notes:
            notes["dc:creator"] = [SECRET]
        run = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String(f"app.alert('{SECRET}')"))
        made.Root.OpenAction = made.make_indirect(run)
        link = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=run
        )
        made.pages[0].Annots = pikepdf.Array([made.make_indirect(link)])
        made.attachments["x.txt"] = SECRET.encode()
        locked = pikepdf.Encryption(owner=password, user=password) if password else None
        made.save(written, encryption=locked or False)
    return written.getvalue()


def docx() -> bytes:
    made = Document()
    made.core_properties.author = SECRET
    made.add_paragraph("反映的情况如下。")
    made.add_picture(BytesIO(jpeg()))
    written = BytesIO()
    made.save(written)
    return written.getvalue()


def xlsx() -> bytes:
    made = Workbook()
    made.properties.creator = SECRET
    made.active["A1"] = "金额"
    made.active["A1"].comment = Comment("核对", SECRET)
    written = BytesIO()
    made.save(written)
    return written.getvalue()


def with_part(archive: bytes, name: str, content: bytes) -> bytes:
    written = BytesIO(archive)
    with zipfile.ZipFile(written, "a", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr(name, content)
    return written.getvalue()


def wav() -> bytes:
    written = BytesIO()
    with wave.open(written, "wb") as made:
        made.setnchannels(1)
        made.setsampwidth(2)
        made.setframerate(8000)
        made.writeframes(bytes(1600))
    tags = b"INFOIART" + len(SECRET).to_bytes(4, "little") + SECRET.encode()
    return written.getvalue() + b"LIST" + len(tags).to_bytes(4, "little") + tags


def mp3() -> bytes:
    title = b"TPE1" + (len(SECRET) + 1).to_bytes(4, "big") + bytes(3) + SECRET.encode()
    tag = b"ID3\x04\x00\x00" + bytes([0, 0, len(title) >> 7, len(title) & 0x7F]) + title
    return tag + (b"\xff\xfb\x90\x00" + bytes(413)) * 3 + b"TAG" + SECRET.encode().ljust(125, b"\0")


def amr() -> bytes:
    return b"#!AMR\n" + bytes([0x3C]) + bytes(31)


def box(name: bytes, body: bytes) -> bytes:
    return (len(body) + 8).to_bytes(4, "big") + name + body


def iso(brand: bytes = b"isom", tracks: tuple[bytes, ...] = ()) -> bytes:
    """``tracks`` are what each holds: soun, vide."""
    times = b"\0\0\0\0" + b"\xe5\xe5\xe5\xe5" * 2
    moov = box(b"mvhd", times + bytes(92)) + box(b"trak", box(b"tkhd", times + bytes(72)))
    moov += b"".join(box(b"trak", box(b"mdia", box(b"hdlr", bytes(8) + each))) for each in tracks)
    moov += box(b"udta", box(b"\xa9xyz", SECRET.encode()))
    return box(b"ftyp", brand + bytes(4)) + box(b"moov", moov) + box(b"mdat", b"sound")

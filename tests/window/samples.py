"""Files as telephones make them, with what they should not tell planted in them."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

AUTHOR = "金丝雀作者"
MAKER = "金丝雀手机"
NAME = "金丝雀姓名的房子.jpg"


def photo(name: str = NAME, side: int = 64) -> SimpleUploadedFile:
    """A photograph that says where and with what it was taken."""
    picture, tags = Image.new("RGB", (side, side), "white"), Image.Exif()
    tags[0x010F], tags[0x013B] = MAKER, AUTHOR
    tags.get_ifd(0x8825).update({1: "N", 2: (28.0, 30.0, 12.5), 3: "E", 4: (112.0, 20.0, 44.0)})
    held = BytesIO()
    picture.save(held, "JPEG", exif=tags)
    return SimpleUploadedFile(name, held.getvalue(), "image/jpeg")

import codecs

from yixian.toolkit.spreadsheets.decoding import decode

TEXT = "编号,主题\n1,村里修路的账目没有公开\n2,联通\n"


def test_utf8_needs_no_remark():
    assert decode(TEXT.encode()) == (TEXT, ())


def test_a_byte_order_mark_is_not_part_of_the_first_heading():
    assert decode(codecs.BOM_UTF8 + TEXT.encode()) == (TEXT, ())


def test_gb18030_is_recognised_even_for_words_that_look_like_utf8():
    assert decode(TEXT.encode("gb18030")) == (TEXT, ("文件编码为 GB18030（GBK）。",))


def test_utf16_is_recognised_with_and_without_its_mark():
    assert decode(codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le")) == (TEXT, ("文件编码为 UTF-16。",))
    assert decode(TEXT.encode("utf-16-be")) == (TEXT, ("文件编码为 UTF-16。",))


def test_a_file_that_mixes_encodings_is_read_line_by_line():
    mixed = "编号,主题\n".encode() + "1,修路账目\n".encode("gb18030") + "2,低保名额\n".encode()

    assert decode(mixed) == (
        "编号,主题\n1,修路账目\n2,低保名额\n",
        ("文件混用了 UTF-8 与 GB18030 两种编码，已逐行识别。",),
    )


def test_bytes_that_nobody_can_read_are_marked_and_counted():
    lines = (
        ["编号,主题\n".encode()]
        + [f"{n},修路账目\n".encode() for n in range(40)]
        + [b"99,\xe4\xbf\xff\xff\n"]
    )

    text, notes = decode(b"".join(lines))

    assert text.splitlines()[-1] == "99,\ufffd\ufffd\ufffd"
    assert notes == ("有 1 行含无法识别的字节（文本第 42 行等），以“\ufffd”标出。",)

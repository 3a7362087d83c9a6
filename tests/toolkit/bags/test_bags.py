"""A bag is read back by ``sha256sum -c``, which knows nothing of us; each way of spoiling one is told."""

import io
import subprocess
from datetime import date
from zipfile import ZipFile

import pytest

from yixian.toolkit.bags import Bag, BagFile, check_bag, sha256
from yixian.toolkit.bags.checking import NoBag

ON = date(2026, 3, 4)
BAG = Bag(
    folder="卷1",
    payload=[BagFile("001-目录.pdf", b"%PDF-1"), BagFile("002-证据.jpg", b"photo" * 400)],
    tags=[BagFile("index.html", "<p>目录</p>".encode())],
    info={"External-Identifier": "qinghe·2026\n001"},
)


def packed(tmp_path):
    target = tmp_path / "卷.zip"
    target.write_bytes(BAG.as_zip(ON))
    return target


def unpacked(tmp_path):
    with ZipFile(io.BytesIO(BAG.as_zip(ON))) as found:
        found.extractall(tmp_path)
    return tmp_path / "卷1"


def test_a_bag_is_whole_as_a_zip_and_as_a_folder(tmp_path):
    expected = (2, sha256(BAG.manifest), ())

    for each in (packed(tmp_path), unpacked(tmp_path)):
        checked = check_bag(each)

        assert (checked.files, checked.fingerprint, checked.wrong) == expected
    assert BAG.fingerprint == expected[1]


def test_another_tool_verifies_it_without_us(tmp_path):
    folder = unpacked(tmp_path)
    command = ["sha256sum", "-c", "manifest-sha256.txt", "tagmanifest-sha256.txt"]

    whole = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    (folder / "data/001-目录.pdf").write_bytes(b"%PDF-2")
    spoilt = subprocess.run(command, cwd=folder, capture_output=True, check=False)

    assert (whole.returncode, whole.stdout.count(b": OK")) == (0, 6)
    assert spoilt.returncode == 1


def test_the_layout_is_that_of_the_standard(tmp_path):
    folder = unpacked(tmp_path)

    assert (folder / "bagit.txt").read_text() == ("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    assert "Payload-Oxum: 2006.2\n" in (folder / "bag-info.txt").read_text()
    assert "External-Identifier: qinghe·2026 001\n" in (folder / "bag-info.txt").read_text()


def test_the_same_files_on_the_same_day_give_the_same_bytes():
    assert BAG.as_zip(ON) == BAG.as_zip(ON)


def test_what_was_changed_lost_or_added_is_named(tmp_path):
    folder = unpacked(tmp_path)
    (folder / "data/001-目录.pdf").write_bytes(b"%PDF-2")
    (folder / "data/002-证据.jpg").unlink()
    (folder / "data/003.jpg").write_bytes(b"new")
    (folder / "index.html").write_text("另写的目录")

    assert check_bag(folder).wrong == (
        "内容与清单不符：data/001-目录.pdf",
        "缺少：data/002-证据.jpg",
        "内容与清单不符：index.html",
        "清单里没有：data/003.jpg",
    )


def test_a_zip_with_a_changed_byte_is_told(tmp_path):
    target = packed(tmp_path)
    content = bytearray(target.read_bytes())
    at = content.find(b"%PDF-1") if b"%PDF-1" in content else content.find("001-目录.pdf".encode()) + 20
    content[at] ^= 1
    target.write_bytes(content)

    assert check_bag(target).wrong == ("内容与清单不符：data/001-目录.pdf",)


def test_without_the_list_of_lists_it_is_not_called_whole(tmp_path):
    folder = unpacked(tmp_path)
    (folder / "tagmanifest-sha256.txt").unlink()

    assert len(check_bag(folder).wrong) == 1


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("no.zip", None, "没有找到"),
        ("text.zip", b"no zip", "打不开"),
        ("cut.zip", BAG.as_zip(ON)[:200], "打不开"),
    ],
)
def test_what_is_no_package_is_told_in_a_sentence(tmp_path, name, content, why):
    target = tmp_path / name
    if content is not None:
        target.write_bytes(content)

    with pytest.raises(NoBag, match=why):
        check_bag(target)


def test_a_folder_that_is_no_bag_and_a_list_that_was_scrawled_on_are_told(tmp_path):
    with pytest.raises(NoBag, match="不是电子卷宗"):
        check_bag(tmp_path)
    folder = unpacked(tmp_path)
    (folder / "manifest-sha256.txt").write_text("abc  data/001-目录.pdf\n")

    with pytest.raises(NoBag, match="清单第1行读不懂"):
        check_bag(folder)


def test_a_list_never_leads_out_of_the_folder(tmp_path):
    folder = unpacked(tmp_path)
    (tmp_path / "secret.txt").write_bytes(b"s")
    (folder / "manifest-sha256.txt").write_text(f"{sha256(b's')}  ../secret.txt\n")

    assert "缺少：../secret.txt" in check_bag(folder).wrong

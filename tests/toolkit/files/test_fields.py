from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory, override_settings
from django.utils.datastructures import MultiValueDict

from tests.toolkit.files import samples
from yixian.toolkit.files import EVIDENCE, PICTURES, CleanFilesField
from yixian.toolkit.files.uploads import LARGEST_OF_ALL, InMemory


class Hand(forms.Form):
    files = CleanFilesField(label="材料", allowed=EVIDENCE, most=2, required=False)


def handed(*uploads: SimpleUploadedFile) -> Hand:
    return Hand({}, MultiValueDict({"files": list(uploads)}))


def test_several_files_come_in_cleaned_and_in_order() -> None:
    form = handed(SimpleUploadedFile("b.png", samples.png()), SimpleUploadedFile("a.jpg", samples.jpeg()))

    assert form.is_valid()
    assert [each.name for each in form.cleaned_data["files"]] == ["b.png", "a.jpg"]


def test_each_refused_file_is_named() -> None:
    form = handed(SimpleUploadedFile("a.exe", b"MZ\0\0"), SimpleUploadedFile("b.jpg", b""))

    assert [error.split("”")[0] for error in form.errors["files"]] == ["“a.exe", "“b.jpg"]


def test_more_than_asked_for_are_refused() -> None:
    form = handed(*(SimpleUploadedFile(f"{n}.png", samples.png()) for n in range(3)))

    assert form.errors["files"] == ["一次最多 2 个文件，请分几次交。"]


def test_no_file_is_no_file_unless_one_is_required() -> None:
    class Needs(forms.Form):
        file = CleanFilesField(label="扫描件", allowed=PICTURES)

    optional, required = handed(), Needs({}, MultiValueDict())

    assert (optional.is_valid(), optional.cleaned_data["files"]) == (True, [])
    assert required.errors["file"] == ["请选择文件"]


def test_an_upload_stays_in_memory() -> None:
    with override_settings(FILE_UPLOAD_TEMP_DIR="/nonexistent"):
        request = RequestFactory().post("/", {"f": SimpleUploadedFile("a.txt", b"x" * 5_000_000)})
        upload = request.FILES["f"]

    assert (type(upload).__name__, upload.size) == ("InMemoryUploadedFile", 5_000_000)


def test_what_grows_past_the_largest_is_counted_and_dropped() -> None:
    handler = InMemory()
    handler.new_file("f", "a.mp4", "video/mp4", None, "utf-8", {})
    handler.receive_data_chunk(bytes(10), 0)
    handler.receive_data_chunk(bytes(10), LARGEST_OF_ALL)
    upload = handler.file_complete(LARGEST_OF_ALL + 10)

    form = Hand({}, MultiValueDict({"files": [upload]}))

    assert (upload.read(), form.errors["files"]) == (b"", ["“a.mp4”超过 50 MB，请压缩或者拆分后再交。"])


def test_good_files_beside_a_refused_one_must_be_chosen_again_and_it_says_so() -> None:
    form = handed(SimpleUploadedFile("a.exe", b"MZ\0\0"), SimpleUploadedFile("b.png", samples.png()))

    assert form.errors["files"][-1] == "没有问题的文件也请一起重新选择。"

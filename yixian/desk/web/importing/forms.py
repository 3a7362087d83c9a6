"""The three forms of an import: the file, the columns, the words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from yixian.reception.actions import OpenedImport
from yixian.reception.importing.fields import FIELDS, KEEP, LISTED, PROBLEM, REPORTER, SKIP
from yixian.toolkit.files.kinds import MEGABYTE
from yixian.toolkit.files.uploads import LARGEST_OF_ALL as LARGEST
from yixian.toolkit.forms import FaceForm

ENDINGS = ".xlsx,.xls,.et,.ods,.csv,.txt"
ALWAYS_ASKED = ("channel", "source", "signed", "kind", "state")
"""Listed fields whose empty cells matter even where the file has no such column."""
GROUPS = (
    (
        "这一件",
        (
            *("id", "subject", "detail", "received_on", "registered_on", "channel", "source", "place"),
            *("people_count", "urgent"),
        ),
    ),
    ("举报人（封存在身份密钥下）", ("signed", *REPORTER)),
    ("被反映人", ("accused", "accused_post", "accused_unit", "accused_category")),
    (
        "研判和办理",
        (
            *("kind", "issue", "second_issue", "state", "answered_on", "closed_on", "sent_on"),
            *("decline_reason", "first_number"),
        ),
    ),
)
CHOICES: list[Any] = [
    ("不成为单独栏目", [(KEEP, "原样留存（随件封存）"), (SKIP, "不导入")]),
    *((group, [(field, FIELDS[field]) for field in fields]) for group, fields in GROUPS),
]


class LedgerUpload(FaceForm):
    """One file as the office keeps it; it is sealed before the answer is sent."""

    ledger = forms.FileField(
        label="台账文件",
        widget=forms.FileInput(attrs={"accept": ENDINGS}),
        help_text=f"Excel、WPS 表格（.xlsx、.xls、.et）、.ods 或者 .csv，不超过 {LARGEST // MEGABYTE} MB、20 万行。",
        error_messages={"required": "请选择台账文件。", "empty": "这个文件是空的，请重新选择。"},
    )

    def clean_ledger(self) -> "UploadedFile[bytes]":
        ledger: UploadedFile[bytes] = self.cleaned_data["ledger"]
        if (ledger.size or 0) > LARGEST:
            raise forms.ValidationError(f"文件超过 {LARGEST // MEGABYTE} MB，请按年份拆成几个文件分别导入。")
        return ledger


@dataclass(frozen=True, slots=True)
class ColumnLine:
    """A column of the file as the mapping shows it: its letter, its heading, three cells, and the choice."""

    letter: str
    heading: str
    samples: tuple[str, ...]
    choice: forms.BoundField


class ColumnsForm(FaceForm):
    """One choice for each column of the file."""

    def __init__(self, *args: Any, opened: OpenedImport, **kwargs: Any) -> None:
        self.opened = opened
        super().__init__(*args, **kwargs)
        for at, field in enumerate(opened.plan.columns):
            heading = opened.layout.headings[at] or f"第{at + 1}列"
            self.fields[f"c{at}"] = forms.ChoiceField(
                label=heading, choices=CHOICES, initial=field, required=False
            )

    def lines(self) -> Iterator[ColumnLine]:
        layout = self.opened.layout
        for at, heading in enumerate(layout.headings):
            samples = tuple(row[at] for row in layout.samples)
            yield ColumnLine(letter(at), heading, samples, self[f"c{at}"])

    def columns(self) -> list[str]:
        return [self.cleaned_data[f"c{at}"] for at in range(len(self.opened.plan.columns))]


@dataclass(frozen=True, slots=True)
class WordLine:
    word: str
    count: int
    choice: forms.BoundField


@dataclass(frozen=True, slots=True)
class WordGroup:
    """A listed field: the office's words with our reading, and what an empty cell means."""

    label: str
    heading: str
    words: tuple[WordLine, ...]
    blank: forms.BoundField
    unasked: bool


class WordsForm(FaceForm):
    """What each of the office's words means; a word left open is named as a problem of its rows."""

    def __init__(self, *args: Any, opened: OpenedImport, **kwargs: Any) -> None:
        self.opened = opened
        super().__init__(*args, **kwargs)
        for field in self.asked():
            self._ask(field)

    def asked(self) -> list[str]:
        columns = self.opened.plan.columns
        return [field for field in LISTED if field in columns or field in ALWAYS_ASKED]

    def _ask(self, field: str) -> None:
        listed, plan = LISTED[field], self.opened.plan
        words = [("", "看不懂，列为问题"), *listed.choices.items()]
        for at, (word, meant) in enumerate(plan.words.get(field, {}).items()):
            self.fields[f"{field}-{at}"] = forms.ChoiceField(
                label=f"{FIELDS[field]}：{word}", choices=words, initial=meant, required=False
            )
        where = "没有填写的" if field in plan.columns else "表中没有这一列"
        blanks = [*listed.others.items(), *listed.choices.items()]
        self.fields[f"{field}-blank"] = forms.ChoiceField(
            label=f"{FIELDS[field]}：{where}", choices=blanks, initial=plan.blank.get(field, listed.blank)
        )

    def groups(self) -> Iterator[WordGroup]:
        plan, layout = self.opened.plan, self.opened.layout
        for field in self.asked():
            at = plan.column_of(field)
            counts = {} if at is None else layout.words.get(at, {})
            words = tuple(
                WordLine(word, counts.get(word, 0), self[f"{field}-{number}"])
                for number, word in enumerate(plan.words.get(field, {}))
            )
            heading = "" if at is None else layout.headings[at]
            unasked = at is not None and not words
            yield WordGroup(FIELDS[field], heading, words, self[f"{field}-blank"], unasked)

    def words(self) -> dict[str, dict[str, str]]:
        """Field → word → ours; a word left open stays a problem."""
        return {
            field: {
                word: self.cleaned_data[f"{field}-{at}"] or PROBLEM
                for at, word in enumerate(self.opened.plan.words.get(field, {}))
            }
            for field in self.asked()
        }

    def blank(self) -> dict[str, str]:
        kept = dict(self.opened.plan.blank)
        return kept | {field: self.cleaned_data[f"{field}-blank"] for field in self.asked()}


def letter(at: int) -> str:
    """A, B, …, AA: as Excel names the column."""
    name = ""
    while at >= 0:
        name, at = chr(65 + at % 26) + name, at // 26 - 1
    return name

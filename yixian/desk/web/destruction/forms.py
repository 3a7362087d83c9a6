"""Which files past their term go on the list, and why each of the others does not."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms

from yixian.reception.actions import LIMITS
from yixian.toolkit.forms import FaceForm, LongText, speak_plainly
from yixian.toolkit.wording import cn_date

if TYPE_CHECKING:
    from yixian.resolution.models import ArchiveFile

TAKE, LEAVE = "take", "leave"
CHOICES = [(TAKE, "列入清册"), (LEAVE, "不列入")]


class DrawUpForm(FaceForm):
    """Two fields for each file: whether it is listed, and why not."""

    use_required_attribute = False

    def __init__(
        self, *args: Any, files: "Sequence[ArchiveFile]", titles: Mapping[UUID, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.past = tuple(files)
        for each in files:
            self.fields[f"go_{each.uid.hex}"] = forms.ChoiceField(
                label=f"{each.number}　{titles.get(each.matter.title, '')}",
                help_text=f"{each.archived_on.year}年度，{each.get_retention_display()}，"
                f"{cn_date(each.kept_until)}到期，{each.pages}页",
                choices=CHOICES,
                initial=TAKE,
                widget=forms.RadioSelect,
            )
            self.fields[f"why_{each.uid.hex}"] = LongText(
                f"{each.number}不列入的理由", LIMITS["note"], rows=2, required=False, help_text="不写举报人。"
            )
        for field in self.fields.values():
            speak_plainly(field)

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        for each in self.past:
            left, why = typed.get(f"go_{each.uid.hex}") == LEAVE, typed.get(f"why_{each.uid.hex}", "").strip()
            if left and not why:
                self.add_error(f"why_{each.uid.hex}", "请写明理由。")
            if why and not left:
                self.add_error(f"go_{each.uid.hex}", "写了不列入的理由，请选“不列入”，或者清空理由。")
        return typed

    @property
    def listed(self) -> list[UUID]:
        return [each.uid for each in self.past if self.cleaned_data[f"go_{each.uid.hex}"] == TAKE]

    @property
    def left_out(self) -> dict[UUID, str]:
        return {
            each.uid: self.cleaned_data[f"why_{each.uid.hex}"]
            for each in self.past
            if self.cleaned_data[f"go_{each.uid.hex}"] == LEAVE
        }

"""The forms of a sitting."""

from typing import Any

from django import forms

from yixian.protection.actions.accounts import SHORTEST
from yixian.toolkit.forms import FaceForm

LONGEST = 200


def _phrase(label: str, autocomplete: str, help_text: str = "") -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": autocomplete})
    return forms.CharField(label=label, max_length=LONGEST, strip=False, widget=widget, help_text=help_text)


class LoginForm(FaceForm):
    username = forms.CharField(
        label="登录名", max_length=30, widget=forms.TextInput(attrs={"autocomplete": "username"})
    )
    passphrase = _phrase("口令", "current-password")


class PassphraseForm(FaceForm):
    old = _phrase("原口令", "current-password")
    new = _phrase(
        "新口令",
        "new-password",
        f"至少{SHORTEST}个字符，可以用汉字。建议用一句只有自己知道的话；忘记后谁也无法找回。",
    )
    again = _phrase("再输入一次新口令", "new-password")
    again.error_messages["required"] = "请再输入一次新口令"

    def __init__(self, *args: Any, first: bool = False, **kwargs: Any) -> None:
        """``first``: what is given up is the one-time phrase on the paper, and the page calls it so."""
        super().__init__(*args, **kwargs)
        if first:
            self.fields["old"].label = "一次性口令"

    def clean(self) -> dict[str, str]:
        cleaned: dict[str, str] = super().clean() or {}
        if cleaned.get("new") and cleaned.get("again") and cleaned["new"] != cleaned["again"]:
            self.add_error("again", "两次输入的新口令不一样")
        return cleaned

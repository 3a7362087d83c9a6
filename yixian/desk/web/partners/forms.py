"""The two forms of a partner: its card, and what was read out over the telephone."""

from typing import Any

from django import forms

from yixian.protection.enums import PartnerRelation
from yixian.toolkit.forms import FaceForm

LARGEST_CARD = 4096


class CardForm(FaceForm):
    """The file that the other office handed over."""

    card = forms.FileField(
        label="对方的公钥卡",
        widget=forms.FileInput(attrs={"accept": ".json"}),
        help_text="对方在自己的“协作机关”里导出的“公钥卡.json”。",
        error_messages={"required": "请选择公钥卡文件。", "empty": "这个文件是空的，请重新选择。"},
    )
    relation = forms.ChoiceField(
        label="对方是本机关的",
        choices=PartnerRelation.choices,
        widget=forms.RadioSelect,
        help_text="关系决定能转办、交办还是移送，举报人身份能不能随件走。",
        error_messages={"required": "请选择对方是上级、下级还是平级机关。"},
    )

    def clean_card(self) -> bytes:
        card = self.cleaned_data["card"]
        if card.size > LARGEST_CARD:
            raise forms.ValidationError("这不是公钥卡文件：太大了。请选“公钥卡.json”。")
        content: bytes = card.read()
        return content


class CallForm(FaceForm):
    """Typed while the other office reads from its own screen."""

    read_out = forms.CharField(
        label="对方读出的指纹",
        max_length=60,
        help_text="请对方读它自己页面上的十组数字，听一组输一组，空格可以不输。不要由您读给对方确认。",
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )
    heard = forms.CharField(
        label="与谁、拨打哪个号码核对",
        max_length=200,
        help_text="号码从公开的通讯录里查，不用对方随卡片给的。加封保存。",
    )

    def typed(self) -> dict[str, Any]:
        return {"read_out": self.cleaned_data["read_out"], "heard": self.cleaned_data["heard"]}

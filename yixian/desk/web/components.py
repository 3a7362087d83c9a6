"""/desk/components: every component in every state, for those who build pages and for the tests' photographs.

Everything on it is invented; it reads no record.
"""

from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from yixian.toolkit.due import Due
from yixian.toolkit.forms import DateInput, FaceForm, HintedRadios
from yixian.toolkit.pieces import Act, Clock, Completion, Event, Fact, NavEntry
from yixian.toolkit.views import reads_only

TERM: dict[str, Any] = {
    "term": "受理告知：15 个工作日",
    "article": "《纪检监察机关处理检举控告工作规则》第二十六条",
    "basis": "自 2026年3月2日收到之次日起算",
}
DUES = {
    "期限内": Due(on=date(2026, 3, 23), left=9, **TERM),
    "临近": Due(on=date(2026, 3, 12), left=3, near=True, **TERM),
    "今日": Due(on=date(2026, 3, 9), left=0, **TERM),
    "超期": Due(on=date(2026, 3, 4), left=-3, **TERM),
    "已办": Due(on=date(2026, 3, 12), left=0, met_on=date(2026, 3, 10), **TERM),
    "中止": Due(on=date(2026, 5, 11), left=20, unit="天", paused=True),
    "暂定": Due(
        on=date(2027, 1, 13), left=15, provisional=True, holidays=("元旦 1月1日", "周末 4 天"), **TERM
    ),
    "无依据": Due(on=date(2026, 4, 1), left=23, unit="天"),
}
STATES = [
    ("待登记", "waiting"),
    ("已受理", "active"),
    ("已转出", "passed"),
    ("已反馈", "done"),
    ("不予受理", "stopped"),
    ("已超期", "late"),
    ("已归档", "final"),
]
EVENTS = [
    Event(date(2026, 3, 2), "收到来信", "接访员 甲", "来信三页，附收据复印件两张。"),
    Event(date(2026, 3, 3), "登记并受理", "接访员 甲", article="《检控规则》第十四条", tone="active"),
    Event(date(2026, 3, 9), "受理告知逾期", tone="late", detail="应于 3月4日前告知，已提醒承办人。"),
    Event(date(2026, 3, 20), "办结归档", "纪委书记 乙", tone="final"),
]
FACTS = [
    Fact("编号", "青镇信〔2026〕12号"),
    Fact("来源", "本级受理 · 来信"),
    Fact("反映人", sealed=True, href="#facts"),
    Fact("涉及村", "云溪县青禾镇石桥村", href="#facts"),
    Fact("联系方式"),
]
ACTS = [
    Act("受理并告知", "#acts", key="a", kind="primary", hint="将生成受理告知书，期限至 3月23日。"),
    Act("转交有关部门", "#acts", key="m"),
    Act("提出处置意见", why_not="由承办人提出；本件承办人是丙。"),
    Act("查看反映人身份", why_not="需另一名身份保管人批准。"),
]
COMPLETIONS = [
    Completion("调查到位", done=True, note="3月15日"),
    Completion("处理到位", done=True),
    Completion("反馈到位", done=False, note="还没有告知结果"),
    Completion("归档到位", done=False),
]
NAV = [
    NavEntry("今日", "/desk/", "g t", 4, pressing=True),
    NavEntry("收件", "/desk/inbox", "g i", 2),
    NavEntry("登记", "/desk/register", "n"),
    NavEntry("台账", "/desk/ledger", "g l", 128, group="查阅"),
    NavEntry("统计", "/desk/figures", "g f", group="查阅"),
    NavEntry("组件", "/desk/components", "g c", current=True, group="设置"),
]


class Sample(FaceForm):
    """One field of each kind, with limits and help. Its errors are shown, not jumped to."""

    focus_errors = False

    title = forms.CharField(label="标题", max_length=60, help_text="一句话说清什么事，不写反映人姓名。")
    channel = forms.ChoiceField(label="来信来访方式", choices=[("letter", "来信"), ("visit", "来访")])
    received_on = forms.DateField(label="收到日期", widget=DateInput)
    people = forms.IntegerField(label="来访人数", min_value=1, max_value=5, help_text="代表不超过 5 人。")
    account = forms.CharField(
        label="反映内容", max_length=5000, widget=forms.Textarea, help_text="照原话记录，不加评价。"
    )
    signing = forms.ChoiceField(
        label="您愿意留下姓名吗？",
        choices=[("real_name", "实名"), ("anonymous", "匿名")],
        widget=HintedRadios(
            hints={
                "real_name": "优先办理，15 个工作日内告知是否受理。姓名单独加密保存。",
                "anonymous": "不留任何身份信息，凭查询码看结果。",
            }
        ),
    )
    kinds = forms.MultipleChoiceField(
        label="问题类别",
        required=False,
        choices=[("a", "集体资金资产"), ("b", "惠民补贴优亲厚友"), ("c", "作风粗暴漠视群众")],
        widget=forms.CheckboxSelectMultiple,
        help_text="可选多项。",
    )
    urgent = forms.BooleanField(label="急件", required=False, help_text="关系人身安全或证据可能灭失时勾选。")


@reads_only
def components(request: HttpRequest) -> HttpResponse:
    """Open to the staff; open to anyone only where the settings say so (development, tests)."""
    if not (getattr(request, "officer", None) or getattr(settings, "YIXIAN_SHOW_COMPONENTS", False)):
        raise Http404
    return render(request, "desk/components.html", _samples())


def _samples() -> dict[str, Any]:
    return {
        "nav": NAV,
        "organ_name": "云溪县青禾镇纪委",
        "states": STATES,
        "dues": DUES,
        "clocks": [Clock(name, due, note="自动计算") for name, due in list(DUES.items())[:4]],
        "events": EVENTS,
        "facts_shown": FACTS,
        "acts": ACTS,
        "completions": COMPLETIONS,
        "form": Sample(prefix="new"),
        "wrong_form": Sample({"bad-title": "", "bad-people": "9", "bad-account": "照原话"}, prefix="bad"),
        "page_of_many": Paginator(range(1, 241), 20).page(6),
        "lines": _lines(),
    }


def _lines() -> list[dict[str, Any]]:
    names = ["石桥村集体资金", "柳湾村低保评定", "镇区道路噪音"]
    dues = [DUES["超期"], DUES["临近"], DUES["期限内"]]
    return [
        {
            "number": f"2026-{12 + i:04}",
            "title": name,
            "people": i * 2 + 1,
            "due": due,
            "state": STATES[i + 1],
        }
        for i, (name, due) in enumerate(zip(names, dues, strict=True))
    ]

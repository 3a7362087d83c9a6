"""What a column of a ledger may hold, in our words; keys are those of ``vocabulary.HEADINGS``."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from yixian.reception.enums import CadreCategory, Channel, DeclineReason, ReportState, Signing, SourceKind
from yixian.reception.importing.recorded import read_channel, read_kind, read_source, read_yes_no
from yixian.regulations.classes import ReportClass, VillageIssue
from yixian.toolkit.headings import plain

SKIP, KEEP = "", "keep"
"""Not imported at all; or kept as it is, sealed with the report (台账原有栏目)."""

FIELDS: Mapping[str, str] = {
    "id": "原编号",
    "subject": "标题",
    "detail": "反映内容",
    "received_on": "收到日期",
    "registered_on": "登记日期",
    "channel": "渠道",
    "source": "来源",
    "signed": "署名",
    "sender": "举报人姓名（单位）",
    "phone": "举报人电话",
    "address": "举报人住址",
    "id_number": "举报人证件号码",
    "sender_note": "举报人其他情况",
    "accused": "被反映人姓名（单位）",
    "accused_post": "被反映人职务",
    "accused_unit": "被反映人单位",
    "accused_category": "被反映人类别",
    "place": "村（社区）",
    "kind": "类别",
    "issue": "主要问题",
    "second_issue": "次要问题",
    "state": "状态",
    "answered_on": "答复日期",
    "closed_on": "办结日期",
    "sent_on": "转出日期",
    "decline_reason": "不予受理原因",
    "first_number": "初次来件编号",
    "people_count": "人数",
    "urgent": "紧急",
}
REPORTER = ("sender", "phone", "address", "id_number", "sender_note")
"""Who reports: sealed to the identity key, and never shown in a list of problems."""
SEVERAL = ("detail", "sender_note", KEEP)
"""Fields that more than one column may give."""
AUTO, PROBLEM = "auto", "problem"
"""For a cell that is empty or not understood: judge by the other columns, or name it as a problem."""

NOT_A_NAME = ("匿名", "无", "不详", "未署名", "群众", "村民", "不明", "未知", "保密", "/", "-", "—", "无名氏")
REPORTER_WORDS = (
    "反映人",
    "信访人",
    "举报人",
    "来信人",
    "来访人",
    "来电人",
    "联系",
    "电话",
    "手机",
    "身份证",
    "住址",
)
_STATES = (
    (ReportState.DECLINED, ("不予受理", "不受理")),
    (ReportState.REGISTERED, ("未受理", "待受理", "已登记", "待办", "未办理", "待处理", "待登记")),
    (
        ReportState.ACCEPTED,
        (
            "未办结",
            "未结",
            "在办",
            "办理中",
            "正在办",
            "核查中",
            "调查中",
            "处理中",
            "已受理",
            "受理",
            "自办",
            "否",
        ),
    ),
    (ReportState.KEPT, ("留存", "重复件", "存查")),
    (ReportState.ENVELOPED, ("信封上报", "报上级", "上报上级")),
    (ReportState.PASSED_ON, ("已转", "转出", "转办", "转送", "移送", "移交", "交办")),
    (
        ReportState.ANSWERED,
        ("反馈", "答复", "办结", "结案", "了结", "已结", "归档", "办毕", "完成", "已办", "是"),
    ),
)
_REASONS = (
    (DeclineReason.LITIGATION, ("诉讼", "仲裁", "裁决", "复议", "法院")),
    (DeclineReason.NO_SUBSTANCE, ("无实质", "没有实质", "无具体", "内容空泛")),
    (DeclineReason.OTHER_ORGAN, ("其他机关", "其他部门", "其他单位", "范围外", "不属于", "职责")),
)


def read_state(text: str) -> str:
    exact = next((each.value for each in ReportState if each.label == text), "")
    return exact or next((str(state.value) for state, words in _STATES if any(w in text for w in words)), "")


def read_signing(text: str) -> str:
    if "核实" in text or "待查" in text:
        return str(Signing.UNVERIFIED.value)
    said = read_yes_no(text)
    if said is None:
        said = True if "实名" in text or "署名" in text else None
    return "" if said is None else str((Signing.REAL_NAME if said else Signing.ANONYMOUS).value)


def _labelled(words: Mapping[str, str]) -> Callable[[str], str]:
    known = {plain(label): value for value, label in words.items()}

    def read(text: str) -> str:
        wanted = plain(text)
        return known.get(wanted) or next(
            (
                value
                for label, value in known.items()
                if len(wanted) > 1 and (wanted in label or label in wanted)
            ),
            "",
        )

    return read


def read_urgent(text: str) -> str:
    if text in ("一般", "普通", "正常"):
        return "no"
    said = True if "急" in text and "不" not in text else read_yes_no(text)
    return "" if said is None else "yes" if said else "no"


@dataclass(frozen=True, slots=True)
class Listed:
    """A field that takes one word of a list. ``blank`` is what an empty cell means unless a person says otherwise;
    ``others`` are answers beside the words themselves.
    """

    choices: Mapping[str, str]
    read: Callable[[str], str]
    blank: str
    others: Mapping[str, str]


def _of(words: object) -> dict[str, str]:
    return {str(each.value): str(each.label) for each in words}  # type: ignore[attr-defined] # an enum of ours


AS_PROBLEM = {PROBLEM: "列为问题，改好后再导入"}
_STATED = {
    each.value: str(each.label)
    for each in ReportState
    if each not in (ReportState.RECEIVED, ReportState.VOIDED)
}
LISTED: Mapping[str, Listed] = {
    "channel": Listed(_of(Channel), read_channel, PROBLEM, AS_PROBLEM),
    "source": Listed(_of(SourceKind), read_source, str(SourceKind.OWN.value), AS_PROBLEM),
    "signed": Listed(_of(Signing), read_signing, AUTO, {AUTO: "按有无举报人姓名判断", **AS_PROBLEM}),
    "kind": Listed(_of(ReportClass), read_kind, AUTO, {AUTO: "留待以后定性", **AS_PROBLEM}),
    "issue": Listed(
        _of(VillageIssue), _labelled(_of(VillageIssue)), str(VillageIssue.OTHER.value), AS_PROBLEM
    ),
    "second_issue": Listed(_of(VillageIssue), _labelled(_of(VillageIssue)), AUTO, {AUTO: "没有次要问题"}),
    "state": Listed(_STATED, read_state, AUTO, {AUTO: "按有无办结（答复）日期判断", **AS_PROBLEM}),
    "accused_category": Listed(
        _of(CadreCategory), _labelled(_of(CadreCategory)), AUTO, {AUTO: "按名册和职务判断"}
    ),
    "decline_reason": Listed(
        _of(DeclineReason),
        lambda text: next(
            (str(reason.value) for reason, words in _REASONS if any(word in text for word in words)), ""
        ),
        AUTO,
        {AUTO: "业务范围外的按“其他机关职责”，其余列为问题"},
    ),
    "urgent": Listed({"yes": "紧急", "no": "不紧急"}, read_urgent, "no", {}),
}

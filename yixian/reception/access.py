"""Who may do what with a report: this house's lines of the permit map.

Recusal, the reported side and the own organ are asked by protection before any line here. A member of staff
meets a report that passed through the own hands (registered, owned, asked to take over) or waits in the inbox;
the chief meets every one. What one clerk registered, another clerk does not find.
"""

from typing import Any

from yixian.protection.enums import Outside
from yixian.protection.officer import Officer
from yixian.protection.permits import Permit, is_handler_or_chief, is_own_receipt
from yixian.reception.answers import latest_feedback
from yixian.reception.enums import MessageKind, ReportState
from yixian.reception.workflow import PUT_AWAY, TAKE_OUT
from yixian.regulations import accusation_rules as rules
from yixian.regulations import petition_regulations as petitions
from yixian.regulations.local_practice import FOUR_WAYS
from yixian.roster.enums import Role


def has_case(officer: Any, report: Any) -> bool:
    """限于本人登记、承办、待接手的件和待登记的件；纪委书记不受此限"""
    ways = (is_handler_or_chief, has_registered, has_been_asked, is_in_inbox)
    return any(way(officer, report) for way in ways)


def has_registered(officer: Any, report: Any) -> bool:
    """由登记人办理"""
    return bool(isinstance(officer, Officer) and report.registered_by_id == officer.staff_id)


def has_been_asked(officer: Any, report: Any) -> bool:
    """由被请求接手的人办理"""
    return isinstance(officer, Officer) and officer.staff_id in report.asked_ids()


def is_in_inbox(officer: Any, report: Any) -> bool:
    """待登记的件，收信人员都可以登记；指定了登记人的，只由这个人登记"""
    meant_for = (
        getattr(officer, "staff_id", None) in (None, report.meant_for_id) or report.meant_for_id is None
    )
    return bool(report.state == ReportState.RECEIVED and meant_for)


def may_read_letters(officer: Any, report: Any) -> bool:
    """由该件的承办人或者纪委书记阅看；待登记的件，由登记人一并阅看"""
    return is_in_inbox(officer, report) or is_handler_or_chief(officer, report)


def kinds_kept_from(officer: Officer, report: Any = None) -> tuple[MessageKind, ...]:
    """The letters that are the chief's alone: what a reporter asks or tells may be about whoever owns the report.

    A report that waits to be registered has no owner yet: whoever opens it reads them, and the chief is told.
    """
    waits = report is not None and report.registered_on is None
    return () if Role.CHIEF in officer.roles or waits else FOR_THE_CHIEF


def has_lent(officer: Any, copy: Any) -> bool:
    """只能收回本机关送交的件"""
    return bool(copy.lender_organ_id() == officer.organ_id)


def is_not_enveloped(officer: Any, report: Any) -> bool:
    """信封上报的件不在本机关办理"""
    return bool(report.state != ReportState.ENVELOPED)


def is_not_put_away(officer: Any, report: Any) -> bool:
    """归档后不再改动；对结果有异议或者有新证据、新线索的，由纪委书记“重新办理”以后再办"""
    moved = report.steps.filter(act__in=(PUT_AWAY, TAKE_OUT)).order_by("-pk").values_list("act", flat=True)
    return bool(moved.first() != PUT_AWAY)


def is_not_put_away_or_is_objected(officer: Any, report: Any) -> bool:
    """归档后不再改动；异议待审查的，可以移交承办"""
    if is_not_put_away(officer, report):
        return True
    told = latest_feedback(report)
    return told is not None and told.awaits_ruling


def is_not_its_handler(officer: Any, report: Any) -> bool:
    """由承办人以外的纪委书记审查；纪委书记自己承办的，先移交承办"""
    return isinstance(officer, Officer) and officer.staff_id not in report.handler_ids()


def has_noted_envelope(officer: Any, envelope: Any) -> bool:
    """信封只由登记人本人办理"""
    return isinstance(officer, Officer) and officer.staff_id in envelope.handler_ids()


def has_scanned(officer: Any, scan: Any) -> bool:
    """由扫描这封信的人或者纪委书记办理"""
    return is_handler_or_chief(officer, scan)


def has_opened_box(officer: Any, opening: Any) -> bool:
    """由开箱人或者见证人办理"""
    return isinstance(officer, Officer) and officer.staff_id in opening.handler_ids()


def has_begun_import(officer: Any, ledger_import: Any) -> bool:
    """由上传台账的人或者纪委书记办理"""
    return is_handler_or_chief(officer, ledger_import)


RECEIVERS = (Role.CLERK, Role.HANDLER, Role.CHIEF)

CHIEF = (Role.CHIEF,)
KEEPERS = (Role.CHIEF, Role.ADMIN)
POSTERS = (*RECEIVERS, Role.ADMIN)
FOR_THE_CHIEF = (MessageKind.PROTECTION, MessageKind.RETALIATION, MessageKind.RECUSAL)
REPORTER = (Outside.REPORTER,)
CASE = (is_not_enveloped, has_case)
SCAN = (has_scanned,)
OWNER = (is_not_enveloped, is_handler_or_chief)
IMPORTERS = (Role.CLERK, Role.CHIEF)
OWNER_AT_WORK, CASE_AT_WORK = (*OWNER, is_not_put_away), (*CASE, is_not_put_away)

REGISTRATION, TWO_WEEKS = rules.REGISTRATION.cite(), rules.ACCEPTANCE_NOTICE_ARTICLE.cite()
RESULT, UPWARD = rules.RESULT_FEEDBACK_ARTICLE.cite(), rules.SUPERIORS_REPORT.cite()
FRONT_DOOR = petitions.REPRESENTATIVES.cite()
VISITS, WAYS = petitions.LEADERS.cite(), FOUR_WAYS.cite()
LEVELS, SECRECY = rules.ACCEPTANCE_BY_LEVEL.cite(), rules.SECRECY.cite()

PERMITS: tuple[Permit, ...] = (
    Permit("reception.register_letter", "登记来信", RECEIVERS, (), REGISTRATION),
    Permit("reception.register_visit", "登记来访", RECEIVERS, (), petitions.REPRESENTATIVES.cite()),
    Permit("reception.register_call", "登记来电", RECEIVERS, (), REGISTRATION),
    Permit("reception.register_other", "登记其他来件", RECEIVERS, (), REGISTRATION),
    Permit("reception.open_box", "登记开箱", RECEIVERS, (), REGISTRATION),
    Permit("reception.confirm_box_opening", "确认开箱", RECEIVERS, (has_opened_box,), REGISTRATION),
    Permit("reception.register_box_item", "登记举报箱来件", RECEIVERS, (has_opened_box,), REGISTRATION),
    Permit("reception.take_scan", "扫描来信", RECEIVERS, (), SECRECY),
    Permit("reception.add_scan_pages", "补扫页面", RECEIVERS, SCAN, SECRECY),
    Permit("reception.arrange_scan", "整理扫描页", RECEIVERS, SCAN, SECRECY),
    Permit("reception.read_scan", "识别扫描页", RECEIVERS, SCAN, SECRECY),
    Permit("reception.open_scan", "阅看扫描件", RECEIVERS, SCAN, SECRECY),
    Permit("reception.see_scan_page", "查看扫描页", RECEIVERS, SCAN, SECRECY),
    Permit("reception.correct_scan", "校对扫描件", RECEIVERS, SCAN, REGISTRATION),
    Permit("reception.discard_scan", "作废扫描件", RECEIVERS, SCAN, rules.MISCONDUCT.cite()),
    Permit("reception.restore_scan", "取回作废的扫描件", RECEIVERS, SCAN, rules.MISCONDUCT.cite()),
    Permit("reception.register_scan", "由扫描件登记来信", RECEIVERS, SCAN, REGISTRATION),
    Permit("reception.seal_scan_up", "扫描件封存后直送上级", RECEIVERS, SCAN, UPWARD),
    Permit("reception.send_scan_up", "扫描件改作信封上报", RECEIVERS, SCAN, UPWARD),
    Permit("reception.submit_web_report", "网上提交举报", (Outside.PUBLIC,), (), rules.CHANNELS.cite()),
    Permit("reception.register_web_report", "登记网上来件", RECEIVERS, CASE, REGISTRATION),
    Permit("reception.verify_signing", "核实署名", RECEIVERS, CASE_AT_WORK, rules.REAL_NAME.cite()),
    Permit("reception.note_envelope", "登记信封", RECEIVERS, (), UPWARD),
    Permit("reception.send_envelope", "报送信封", RECEIVERS, (has_noted_envelope,), UPWARD),
    Permit("reception.send_up_as_envelope", "信封上报", RECEIVERS, CASE_AT_WORK, UPWARD),
    Permit("reception.seal_for_superior", "封存后直送上级", RECEIVERS, (), UPWARD),
    Permit("reception.send_identity_up", "向上级转交举报人身份", (Role.CUSTODIAN,), (), UPWARD),
    Permit("reception.plan_duty", "排班", RECEIVERS, (), VISITS),
    Permit("reception.swap_duty", "换班", RECEIVERS, (), VISITS),
    Permit("reception.cancel_duty", "取消值班", RECEIVERS, (), VISITS),
    Permit("reception.plan_outing", "安排下访", RECEIVERS, OWNER_AT_WORK, VISITS),
    Permit("reception.record_outing", "记录下访", RECEIVERS, OWNER_AT_WORK, VISITS),
    Permit("reception.cancel_outing", "取消下访", RECEIVERS, OWNER_AT_WORK, VISITS),
    Permit("reception.offer_appointment", "提出约访", RECEIVERS, OWNER_AT_WORK, WAYS),
    Permit("reception.move_appointment", "约访改期", RECEIVERS, OWNER_AT_WORK, WAYS),
    Permit("reception.note_answer", "登记对约访的答复", RECEIVERS, OWNER_AT_WORK, WAYS),
    Permit("reception.record_appointment", "记录约访见面", RECEIVERS, OWNER_AT_WORK, WAYS),
    Permit("reception.close_appointment", "不再约", RECEIVERS, OWNER_AT_WORK, WAYS),
    Permit("reception.plan_accompaniment", "登记陪访代办", RECEIVERS, OWNER_AT_WORK, WAYS),
    Permit("reception.record_accompaniment", "记录陪访代办", RECEIVERS, OWNER_AT_WORK, WAYS),
    Permit("reception.note_office_answer", "登记对方单位答复", RECEIVERS, OWNER_AT_WORK, WAYS),
    Permit("reception.note_answer_view", "登记本人对答复的意见", RECEIVERS, OWNER_AT_WORK, WAYS),
    Permit("reception.drop_accompaniment", "不再陪访代办", RECEIVERS, OWNER_AT_WORK, WAYS),
    Permit("reception.add_follow_up", "增加后续事项", RECEIVERS, OWNER_AT_WORK, WAYS),
    Permit("reception.finish_follow_up", "完成后续事项", RECEIVERS, CASE_AT_WORK, WAYS),
    Permit("reception.read_meeting", "阅看接访记录", RECEIVERS, CASE, SECRECY),
    Permit("reception.answer_appointment", "答复约访", REPORTER, (is_own_receipt,), WAYS),
    Permit("reception.list_reports", "查看来件清单", RECEIVERS),
    Permit(
        "reception.see_below", "查看下级来件进度", (Role.SUPERVISOR,), (), rules.ASSIGNMENT_ARTICLES.cite()
    ),
    Permit("reception.read_report", "阅看来件", RECEIVERS, CASE, SECRECY),
    Permit("reception.attach_files", "附上材料", RECEIVERS, CASE_AT_WORK, REGISTRATION),
    Permit("reception.open_attachment", "打开材料", RECEIVERS, CASE, SECRECY),
    Permit("reception.compare_reports", "查找可能相同的来件", RECEIVERS, (), REGISTRATION),
    Permit("reception.accept_report", "受理", RECEIVERS, OWNER_AT_WORK, LEVELS),
    Permit("reception.decline_report", "不予受理", CHIEF, OWNER_AT_WORK, rules.NOT_ACCEPTED.cite()),
    Permit("reception.keep_as_repeat", "作为重复件留存", RECEIVERS, OWNER_AT_WORK, REGISTRATION),
    Permit("reception.take_up_kept", "从重复件中办理新问题", RECEIVERS, OWNER_AT_WORK, REGISTRATION),
    Permit("reception.reopen_report", "重新核实", CHIEF, OWNER_AT_WORK, RESULT),
    Permit("reception.pass_on_report", "转出", RECEIVERS, OWNER_AT_WORK, rules.SUBORDINATES_REPORT.cite()),
    Permit(
        "reception.deliver_report", "送交其他机构", RECEIVERS, OWNER_AT_WORK, rules.SUBORDINATES_REPORT.cite()
    ),
    Permit("reception.lend_report", "送交片区交叉办理", CHIEF, OWNER_AT_WORK, LEVELS),
    Permit(
        "reception.take_lent_back", "收回交叉办理的件", CHIEF, (has_lent,), SECRECY, beyond_own_organ=True
    ),
    Permit(
        "reception.close_returned",
        "收回退回的件",
        RECEIVERS,
        (has_lent,),
        petitions.ACCEPTANCE.cite(),
        beyond_own_organ=True,
    ),
    Permit("reception.pack_report", "封入加封文件", RECEIVERS, (is_not_enveloped,), SECRECY),
    Permit("reception.pack_reporter", "封入补送的举报人身份", RECEIVERS, (is_not_enveloped,), SECRECY),
    Permit("reception.take_in_parcel", "收下加封文件里的件", RECEIVERS, (), rules.SUBORDINATES_REPORT.cite()),
    Permit("reception.take_in_reporter", "收下补送的举报人身份", RECEIVERS, (), SECRECY),
    Permit("reception.give_back_parcel", "退回加封文件转来的件", RECEIVERS, (), petitions.ACCEPTANCE.cite()),
    Permit("reception.note_passage", "记明转到哪里", RECEIVERS, (is_not_enveloped,), SECRECY),
    Permit("reception.answer_sender", "答复转来的机关", RECEIVERS, CASE, rules.SUBORDINATES_REPORT.cite()),
    Permit("reception.pass_identity_on", "转交举报人身份", (Role.CUSTODIAN,), (is_not_enveloped,), SECRECY),
    Permit("reception.take_back_report", "退回后受理", RECEIVERS, OWNER_AT_WORK, petitions.ACCEPTANCE.cite()),
    Permit("reception.make_promise", "签订双方承诺书", RECEIVERS, OWNER_AT_WORK, "本地工作规定"),
    Permit("reception.sign_promise", "登记承诺书签名", RECEIVERS, OWNER_AT_WORK, "本地工作规定"),
    Permit("reception.issue_notice", "发出告知书", RECEIVERS, OWNER_AT_WORK, TWO_WEEKS),
    Permit("reception.preview_promise", "预览双方承诺书", RECEIVERS, OWNER_AT_WORK, "本地工作规定"),
    Permit("reception.preview_notice", "预览告知书", RECEIVERS, OWNER_AT_WORK, TWO_WEEKS),
    Permit("reception.print_notice", "打印文书", RECEIVERS, OWNER, SECRECY),
    Permit("reception.print_receipt", "打印回执", RECEIVERS, CASE, SECRECY),
    Permit("reception.print_register", "打印举报登记表", RECEIVERS, CASE, SECRECY),
    Permit("reception.print_approval", "打印呈批表", RECEIVERS, CASE, SECRECY),
    Permit("reception.print_feedback_record", "打印反馈记录", RECEIVERS, OWNER, RESULT),
    Permit("reception.print_visit", "打印来访记录", RECEIVERS, CASE, SECRECY),
    Permit("reception.print_interview", "打印笔录", RECEIVERS, CASE, SECRECY),
    Permit("reception.print_box_record", "打印开箱记录", RECEIVERS, (has_opened_box,), REGISTRATION),
    Permit("reception.print_envelope_slip", "打印信封报送单", RECEIVERS, (has_noted_envelope,), UPWARD),
    Permit("reception.print_posters", "打印举报公示海报", POSTERS, (), rules.CHANNELS.cite()),
    Permit("reception.check_paper_template", "检查文书模板", KEEPERS),
    Permit("reception.preview_paper_template", "试排文书模板", KEEPERS),
    Permit("reception.take_paper_template", "启用文书模板", KEEPERS),
    Permit("reception.return_to_paper_template", "恢复文书模板", KEEPERS),
    Permit("reception.write_to_reporter", "致信举报人", RECEIVERS, OWNER, RESULT),
    Permit(
        "reception.read_messages", "阅看举报人来信", RECEIVERS, (is_not_enveloped, may_read_letters), SECRECY
    ),
    Permit("reception.record_withdrawal", "登记撤回", RECEIVERS, OWNER_AT_WORK, REGISTRATION),
    Permit("reception.give_feedback", "反馈结果", RECEIVERS, OWNER_AT_WORK, RESULT),
    Permit("reception.record_view", "登记举报人意见", RECEIVERS, OWNER, RESULT),
    Permit("reception.rule_on_objection", "审查异议", CHIEF, (is_not_enveloped, is_not_its_handler), RESULT),
    Permit(
        "reception.settle_recusal_request",
        "审查举报人的回避申请",
        CHIEF,
        (is_not_enveloped,),
        rules.RECUSAL.cite(),
    ),
    Permit("reception.hand_over", "移交承办", RECEIVERS, (*OWNER, is_not_put_away_or_is_objected), SECRECY),
    Permit("reception.accept_hand_over", "接手承办", RECEIVERS, CASE, SECRECY),
    Permit("reception.refuse_hand_over", "退回移交", RECEIVERS, CASE, SECRECY),
    Permit("reception.add_reported", "补登被反映人", RECEIVERS, OWNER_AT_WORK, REGISTRATION),
    Permit("reception.identify_reported", "核定被反映人", RECEIVERS, OWNER_AT_WORK, REGISTRATION),
    Permit(PUT_AWAY, "随事项归档", RECEIVERS, (is_not_enveloped,), ""),
    Permit("reception.note_report_destroyed", "随卷宗销毁", RECEIVERS, (is_not_enveloped,), ""),
    Permit(TAKE_OUT, "随事项重新办理", CHIEF, (is_not_enveloped,), RESULT),
    Permit("reception.note_classed", "记下定性结果", RECEIVERS, (), ""),
    Permit("reception.start_clocks", "起算期限", (*RECEIVERS, Role.MEMBER), (is_not_enveloped,), ""),
    Permit("reception.meet_clock", "完成期限", (*RECEIVERS, Role.MEMBER), (is_not_enveloped,), ""),
    Permit("reception.meet_clocks", "随办结完成期限", (*RECEIVERS, Role.MEMBER), (is_not_enveloped,), ""),
    Permit("reception.ask_extension", "申请延期", RECEIVERS, OWNER_AT_WORK, petitions.HANDLING_LIMIT.cite()),
    Permit("reception.ask_suspension", "申请中止计算", RECEIVERS, OWNER_AT_WORK, ""),
    Permit("reception.decide_clock_change", "审批期限变更", CHIEF, (is_not_enveloped,), ""),
    Permit("reception.resume_clock", "恢复计算期限", RECEIVERS, OWNER_AT_WORK, ""),
    Permit("reception.settle_clocks", "确定暂定期限", (Role.ADMIN, Role.CHIEF), (), ""),
    Permit("reception.note_need", "登记来访人的需要", RECEIVERS, CASE, FRONT_DOOR),
    Permit("reception.meet_need", "来访人的需要已办", RECEIVERS, CASE, FRONT_DOOR),
    Permit("reception.write_interview", "写来访笔录", RECEIVERS, OWNER_AT_WORK, REGISTRATION),
    Permit("reception.read_back_interview", "宣读或者阅看笔录", RECEIVERS, OWNER_AT_WORK, REGISTRATION),
    Permit("reception.sign_interview", "笔录签名", RECEIVERS, OWNER_AT_WORK, REGISTRATION),
    Permit("reception.read_interviews", "阅看笔录", RECEIVERS, CASE, SECRECY),
    Permit("reception.dictate", "口述笔录", RECEIVERS, OWNER_AT_WORK, REGISTRATION),
    Permit("reception.draft_transcript", "机器转写录音", RECEIVERS, OWNER_AT_WORK, SECRECY),
    Permit("reception.write_transcript", "听写录音", RECEIVERS, OWNER_AT_WORK, REGISTRATION),
    Permit("reception.read_transcripts", "阅看听写稿", RECEIVERS, CASE, SECRECY),
    Permit("reception.agree_callback", "约定回拨", RECEIVERS, OWNER_AT_WORK, REGISTRATION),
    Permit("reception.note_attempt", "登记回拨结果", RECEIVERS, OWNER_AT_WORK, REGISTRATION),
    Permit("reception.end_callback", "不再回拨", RECEIVERS, OWNER_AT_WORK, REGISTRATION),
    Permit("reception.issue_ticket", "取号", RECEIVERS, (), FRONT_DOOR),
    Permit("reception.call_next", "叫号", RECEIVERS, (), FRONT_DOOR),
    Permit("reception.close_ticket", "登记已接待或者离开", RECEIVERS, (), FRONT_DOOR),
    Permit("reception.put_first", "优先接待", RECEIVERS, (), FRONT_DOOR),
    Permit("reception.set_front_office", "接待设置", (Role.ADMIN, Role.CHIEF), (), FRONT_DOOR),
    Permit("reception.open_mailbox", "凭查询码查询", REPORTER, (is_own_receipt,), SECRECY),
    Permit("reception.write_as_reporter", "举报人来信", REPORTER, (is_own_receipt,), SECRECY),
    Permit("reception.answer_question", "举报人回答询问", REPORTER, (is_own_receipt,), SECRECY),
    Permit("reception.give_view", "举报人对结果表示意见", REPORTER, (is_own_receipt,), RESULT),
    Permit(
        "reception.ask_recusal_by_code",
        "举报人申请回避",
        REPORTER,
        (is_own_receipt,),
        rules.RECUSAL.cite(),
    ),
    Permit("reception.withdraw_report", "举报人撤回", REPORTER, (is_own_receipt,), REGISTRATION),
    Permit("reception.take_back_withdrawal", "举报人取消撤回", REPORTER, (is_own_receipt,), REGISTRATION),
    Permit(
        "reception.rate_handling", "举报人评价", REPORTER, (is_own_receipt,), petitions.article(21).cite()
    ),
    Permit("reception.begin_import", "上传台账", IMPORTERS, (), REGISTRATION),
    Permit("reception.read_import", "查看台账导入", IMPORTERS, (has_begun_import,), SECRECY),
    Permit("reception.map_import", "对应台账栏目", IMPORTERS, (has_begun_import,), REGISTRATION),
    Permit("reception.check_rows", "核对台账", IMPORTERS, (has_begun_import,), REGISTRATION),
    Permit("reception.start_import", "确认导入台账", IMPORTERS, (has_begun_import,), REGISTRATION),
    Permit("reception.import_rows", "从台账导入", IMPORTERS, (has_begun_import,), REGISTRATION),
    Permit("reception.drop_import", "取消台账导入", IMPORTERS, (has_begun_import,), REGISTRATION),
    Permit("reception.undo_import", "撤销台账导入", CHIEF, (), REGISTRATION),
    Permit("reception.undo_rows", "撤销导入", CHIEF, (), REGISTRATION),
)

"""The ledger that the office kept before: imported once with a wrong column and taken back, then imported rightly."""

import csv
from datetime import date, timedelta
from io import StringIO
from typing import TYPE_CHECKING

from yixian.config.demo.cast import Cast
from yixian.config.demo.schedule import Scene, after
from yixian.desk.importing import go_on
from yixian.protection.officer import Officer
from yixian.reception.actions import (
    begin_import,
    map_columns,
    map_words,
    open_import,
    start_import,
    undo_import,
)

if TYPE_CHECKING:
    from yixian.reception.models import LedgerImport

HEADINGS = (
    *(
        "序号",
        "台账编号",
        "来件日期",
        "信访方式",
        "署名情况",
        "反映人",
        "联系电话",
        "被反映人",
        "被反映人职务",
    ),
    *("所属村", "类别", "主要问题", "反映的主要问题", "办理状态", "办结日期", "处理结果", "备注"),
)
LINES: tuple[tuple[int, int | None, tuple[str, ...]], ...] = (
    (
        700,
        41,
        (
            "信",
            "匿名",
            "",
            "",
            "孟河滩",
            "村会计",
            "南坡村",
            "检举控告",
            "集体资金资产",
            "山塘承包款两年没有入账。",
            "批评教育",
        ),
    ),
    (
        672,
        30,
        (
            "来访",
            "实名",
            "田芦花",
            "13900000101",
            "",
            "",
            "下禾村",
            "业务范围外",
            "",
            "要求修通三组到学校的路。",
            "转镇村建办",
        ),
    ),
    (
        655,
        55,
        (
            "电话",
            "匿名",
            "",
            "",
            "石竹亭",
            "村民小组长",
            "双塘村",
            "检举控告",
            "乱收费",
            "办建房手续每户收二百元。",
            "责令退还",
        ),
    ),
    (
        630,
        22,
        (
            "信件",
            "实名",
            "叶秋水",
            "13900000102",
            "",
            "",
            "上禾村",
            "建议",
            "",
            "建议把低保名单贴到各组。",
            "已采纳",
        ),
    ),
    (
        601,
        60,
        (
            "网上",
            "匿名",
            "",
            "",
            "康大埂",
            "村委会副主任",
            "石桥村",
            "检举控告",
            "工程招投标",
            "水渠清淤没有招标，包给了亲戚。",
            "诫勉",
        ),
    ),
    (
        577,
        35,
        (
            "来信",
            "匿名",
            "",
            "",
            "",
            "",
            "柳湾村",
            "检举控告",
            "惠民补贴优亲厚友",
            "公益岗位都是干部家属。",
            "查否了结",
        ),
    ),
    (
        540,
        48,
        (
            "来访",
            "实名",
            "蓝石榴",
            "13900000103",
            "岳满仓",
            "村会计",
            "南坡村",
            "检举控告",
            "征地拆迁补偿",
            "青苗费少发了一季。",
            "谈话提醒",
        ),
    ),
    (
        512,
        28,
        (
            "举报箱",
            "匿名",
            "",
            "",
            "辛半坡",
            "村文书",
            "下禾村",
            "检举控告",
            "作风粗暴漠视群众",
            "办证跑了四趟，态度很差。",
            "批评教育",
        ),
    ),
    (
        488,
        33,
        (
            "电话",
            "实名",
            "骆清溪",
            "13900000104",
            "",
            "",
            "双塘村",
            "申诉",
            "",
            "对去年的答复不服，请求复查。",
            "维持原答复",
        ),
    ),
    (
        455,
        40,
        (
            "信",
            "匿名",
            "",
            "",
            "孟河滩",
            "村会计",
            "南坡村",
            "检举控告",
            "集体资金资产",
            "山塘承包款仍然没有公开。",
            "已公开",
        ),
    ),
    (
        430,
        None,
        ("来信", "匿名", "", "", "", "", "石桥村", "检举控告", "乱收费", "打农药按亩收“管理费”。", ""),
    ),
    (425, 20, ("鸽子", "匿名", "", "", "", "", "上禾村", "建议", "", "这一行的信访方式写错了。", "")),
)


def old_ledger(cast: Cast, today: date) -> Scene:
    """A clerk takes the telephone column for a remark, the chief takes it all back, and it is done again."""
    clerk, chief = cast["jiefang1"], cast["shuji"]
    day = yield after(today, -368)
    wrong = _import(
        clerk, _file(today, "（第一次上传）"), day, {"反映的主要问题": "subject", "备注": "detail"}
    )
    day = yield after(day, 1)
    undo_import(by=chief, ledger_import=wrong, on=day)
    _finish(chief, wrong, day)
    day = yield after(day, 1)
    _import(clerk, _file(today, ""), day, {})


def _file(today: date, remark: str) -> bytes:
    held = StringIO()
    rows = csv.writer(held)
    rows.writerow(HEADINGS)
    for number, (days_ago, took, told) in enumerate(LINES, start=1):
        came = today - timedelta(days=days_ago)
        *words, outcome = told
        ended = "" if took is None else (came + timedelta(days=took)).isoformat()
        state = "办理中" if took is None else "办结"
        rows.writerow(
            [number, f"青台{came.year}-{number:03d}", came.isoformat(), *words, state, ended, outcome, remark]
        )
    return held.getvalue().encode("gb18030")


def _import(by: Officer, content: bytes, on: date, columns: dict[str, str]) -> "LedgerImport":
    found = begin_import(by=by, name="往年台账.csv", content=content, on=on)
    opened = open_import(by=by, ledger_import=found)
    pairs = zip(opened.layout.headings, opened.plan.columns, strict=True)
    map_columns(by=by, ledger_import=found, columns=[columns.get(name, field) for name, field in pairs])
    plan = open_import(by=by, ledger_import=found).plan
    map_words(by=by, ledger_import=found, words=plan.words, blank=plan.blank)
    _finish(by, found, on)
    start_import(by=by, ledger_import=found)
    return _finish(by, found, on)


def _finish(by: Officer, found: "LedgerImport", on: date) -> "LedgerImport":
    found.refresh_from_db()
    go_on(by, found, on)
    found.refresh_from_db()
    return found

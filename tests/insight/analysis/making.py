"""An invented ledger of 云溪县青禾镇, with every usual column."""

import csv
from pathlib import Path

from openpyxl import Workbook

HEADINGS = [
    "编号",
    "反映人",
    "主题",
    "来信日期",
    "反映内容",
    "信访方式",
    "来源",
    "署名情况",
    "办结日期",
    "处理结果",
]
REPORTS = [
    [
        *("QH-001", "化名甲", "举报禾田村支部书记虚报护林员补贴", "2026年1月5日"),
        "禾田村支部书记田某2025年3月以其亲属名义虚报护林员补贴3.2万元，有银行流水为证，请镇纪委调查。",
        *("来信", "自收", "署名", "2026-03-01", "党内严重警告"),
    ],
    [
        *("QH-002", "化名乙", "西塘路夜间施工扰民", "2026/1/9 8:30:00"),
        "青禾镇西塘路近一个月每晚十一点后仍在施工，噪音很大，老人孩子无法休息，希望尽快解决。",
        *("网络", "上级转", "匿名", "", ""),
    ],
    [
        *("QH-003", "化名丙", "西塘路工地深夜施工噪音", "20260112"),
        "西塘路的工地每天深夜施工到凌晨，青禾镇的居民睡不着觉，请有关部门管一管夜间施工。",
        *("来电", "自收", "匿名", "2026-02-01", ""),
    ],
    [
        *("QH-004", "化名丁", "建议在禾田村增设公交站", "46050"),
        "建议县里在禾田村口增设一个公交站点，方便村民到县城看病和学生上学。",
        *("来访", "自收", "署名", "", ""),
    ],
]


def make_ledger(
    path: Path, rows: list[list[object]] | None = None, headings: list[str] | None = None
) -> Path:
    book = Workbook()
    for row in [headings or HEADINGS, *(REPORTS if rows is None else rows)]:
        book.active.append(row)
    book.save(path)
    return path


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))

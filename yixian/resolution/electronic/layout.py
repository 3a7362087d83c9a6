"""The package as a bag: numbered files, an index in Chinese (for a browser, for a spreadsheet), how to verify it."""

import csv
import re
from collections.abc import Sequence
from datetime import date
from html import escape
from io import StringIO

from yixian.resolution.electronic.opener import Enclosed
from yixian.resolution.models import ArchiveFile
from yixian.toolkit.bags import Bag, BagFile, sha256
from yixian.toolkit.exports import neutral
from yixian.toolkit.wording import cn_date

COLUMNS = ("顺序号", "题名", "日期", "责任者", "文号", "文件", "字节", "SHA-256", "说明")
NOT_IN_NAMES = re.compile(r"[^\w（）()·-]+")
LONGEST_NAME = 60
GUIDE = """电子卷宗 {number}

一、怎样看
打开 index.html（任何浏览器都可以，不需要联网，不需要其他软件），点文件名就能看。
index.csv 是同一份目录，可以用表格软件打开。文件都在 data 文件夹里。

二、怎样核验有没有缺、改
在这个文件夹里执行：
  sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt
每一行都是 OK（成功），就是完好的。没有 sha256sum 的电脑，可以对单个文件执行：
  certutil -hashfile 文件名 SHA256      （Windows）
  shasum -a 256 文件名                  （macOS）
再与 manifest-sha256.txt 里的那一行比对。装有一线的电脑也可以执行：yixian package verify 文件名.zip
文件夹的格式是 BagIt（RFC 8493）。

三、保密
这里的内容没有加密。请按涉密载体保管，只存放在单位的保密介质上，用完清除。
举报人身份不在这里，另行封存；目录里注明“没有装入”的，请按规定查看原件。
"""
STYLE = (
    "body{font:16px/1.6 serif;margin:2em;max-width:70em}table{border-collapse:collapse;width:100%}"
    "th,td{border:1px solid #999;padding:.3em .5em;text-align:left;vertical-align:top}"
    "code{font-size:.75em;word-break:break-all}"
)


def lay_out(file: ArchiveFile, enclosed: Sequence[Enclosed], organ: str, on: date) -> Bag:
    """Numbered in the order given; whatever is only named has a number and no file."""
    named = [(_name(number, each), each) for number, each in enumerate(enclosed, start=1)]
    rows = [_row(number, path, each) for number, (path, each) in enumerate(named, start=1)]
    return Bag(
        folder=NOT_IN_NAMES.sub("-", file.number),
        payload=[BagFile(path, each.content) for path, each in named if each.is_in],
        tags=[
            BagFile("index.html", _page(file, organ, rows, on).encode()),
            BagFile("index.csv", _table(rows).encode("utf-8-sig")),
            BagFile("说明.txt", GUIDE.format(number=file.number).encode("utf-8-sig")),
        ],
        info={
            "Source-Organization": organ,
            "External-Identifier": file.number,
            "External-Description": "信访举报卷宗",
            "Bagging-Date": on.isoformat(),
        },
    )


def _name(number: int, each: Enclosed) -> str:
    title = NOT_IN_NAMES.sub("-", each.line.title)[:LONGEST_NAME].strip("-")
    return f"{number:03d}-{title}.{each.ending}" if each.is_in else ""


def _row(number: int, path: str, each: Enclosed) -> tuple[str, ...]:
    line = each.line
    size, told = (str(len(each.content)), sha256(each.content)) if each.is_in else ("", "")
    day = line.on.isoformat() if line.on else ""
    return (
        str(number),
        line.title,
        day,
        line.author,
        line.number,
        path and f"data/{path}",
        size,
        told,
        line.note,
    )


def _table(rows: Sequence[tuple[str, ...]]) -> str:
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([neutral(cell) for cell in row] for row in rows)
    return stream.getvalue()


def _page(file: ArchiveFile, organ: str, rows: Sequence[tuple[str, ...]], on: date) -> str:
    """No script and nothing from elsewhere: it opens from a disk of any year."""
    head = "".join(f"<th>{each}</th>" for each in COLUMNS)
    body = "\n".join(f"<tr>{''.join(map(_cell, COLUMNS, row))}</tr>" for row in rows)
    return f"""<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>电子卷宗 {escape(file.number)}</title><style>{STYLE}</style></head>
<body><h1>信访举报电子卷宗 {escape(file.number)}</h1>
<p>{escape(organ)}　事项编号 {escape(file.matter.number)}　第{file.box}盒第{file.piece}件　{_kept(file)}</p>
<p>{cn_date(file.archived_on)}归档，{cn_date(on)}导出。怎样核验，见“说明.txt”。举报人身份另行封存，不在这里。</p>
<table><thead><tr>{head}</tr></thead>
<tbody>
{body}
</tbody></table></body></html>
"""


def _cell(column: str, value: str) -> str:
    told = escape(value)
    if column == "文件" and value:
        return f'<td><a href="{told}">{told.removeprefix("data/")}</a></td>'
    return f"<td><code>{told}</code></td>" if column == "SHA-256" else f"<td>{told}</td>"


def _kept(file: ArchiveFile) -> str:
    until = f"（至{cn_date(file.kept_until)}）" if file.kept_until else ""
    return f"保管期限{file.get_retention_display()}{until}"

"""卷宗封面、卷内文件目录 and 备考表 of one file; nobody who reported stands in them."""

from collections.abc import Sequence
from datetime import date

from yixian.reception.actions import FilledPaper
from yixian.resolution.filing import IndexLine, pages_in, placed
from yixian.resolution.models import ArchiveFile, FileSupplement
from yixian.toolkit.documents import Paper
from yixian.toolkit.wording import cn_date

COVER, COVER_WIDTHS = ("项目", "内容"), (3.6, 12.0)
INDEX = ("顺序号", "文号", "责任者", "题名", "日期", "页号", "备注")
INDEX_WIDTHS = (1.3, 2.7, 2.3, 4.7, 1.9, 1.3, 1.4)


def file_index(
    *,
    file: ArchiveFile,
    organ: str,
    lines: Sequence[IndexLine],
    on: date,
    added: Sequence[FileSupplement] = (),
) -> FilledPaper:
    """The file as it was put away, as of a day; ``lines`` hold what was added, and the 备考表 says when."""
    paper = Paper(subject="卷内文件目录")
    paper.title("信访举报卷宗")
    paper.subtitle(organ)
    paper.table(COVER, _cover(file, lines), widths=COVER_WIDTHS)
    paper.new_page()
    paper.title("卷内文件目录")
    paper.subtitle(f"案卷号：{file.number}")
    paper.table(INDEX, _rows(lines), widths=INDEX_WIDTHS)
    paper.new_page()
    paper.title("备考表")
    paper.subtitle(f"案卷号：{file.number}")
    paper.body(f"本卷共{len(lines)}份文件，{pages_in(lines)}页。举报人身份材料另行封存，不在本卷。")
    paper.body("缺损、修改、补充、移出、销毁等情况：")
    for each in added:
        paper.body(f"{cn_date(each.added_on)}，事项重新办理后补充归档{each.pages}页，{each.added_by.name}。")
    paper.body(f"立卷人：{file.archived_by.name}　　　　归档日期：{cn_date(file.archived_on)}")
    paper.body("检查人（签名）：　　　　　　　　年　　月　　日")
    paper.note(f"按{cn_date(on)}的记录打印。")
    return FilledPaper(paper.content())


def _cover(file: ArchiveFile, lines: Sequence[IndexLine]) -> list[tuple[str, str]]:
    until = f"（至{cn_date(file.kept_until)}）" if file.kept_until else ""
    return [
        ("案卷号", file.number),
        ("事项编号", file.matter.number),
        ("年度", f"{file.archived_on.year}年"),
        ("盒号、件号", f"第{file.box}盒第{file.piece}件"),
        ("立项、办结", f"{cn_date(file.matter.opened_on)}立项，{_closed(file)}"),
        ("保管期限", f"{file.get_retention_display()}{until}"),
        ("件数、页数", f"{len(lines)}份，{pages_in(lines)}页"),
    ]


def _closed(file: ArchiveFile) -> str:
    return f"{cn_date(file.matter.closed_on)}办结" if file.matter.closed_on else "没有办结日期"


def _rows(lines: Sequence[IndexLine]) -> list[tuple[str, ...]]:
    return [
        (
            str(each.position),
            each.line.number,
            each.line.author,
            each.line.title,
            f"{each.line.on:%Y%m%d}" if each.line.on else "",
            each.span,
            each.line.note,
        )
        for each in placed(lines)
    ]

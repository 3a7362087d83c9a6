"""Ledgers of invented offices, each untidy in its own way."""

from datetime import date
from io import BytesIO

from openpyxl import Workbook


def workbook(*sheets: tuple[str, list[list[object]]], merges: tuple[str, ...] = ()) -> bytes:
    """Sheets of rows; ``merges`` are ranges of the first."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    for span in merges:
        book.worksheets[0].merge_cells(span)
    held = BytesIO()
    book.save(held)
    return held.getvalue()


def titled() -> bytes:
    """A title and a unit above a heading of two rows, sums below, days as text in three forms."""
    return workbook(
        (
            "台账",
            [
                ["青禾镇信访举报登记台账", *[None] * 11],
                ["单位：青禾镇纪委", *[None] * 8, "2024年度"],
                [
                    "序号",
                    "编号",
                    "收到日期",
                    "反映人",
                    None,
                    "被反映人",
                    None,
                    "反映的主要问题",
                    "渠道",
                    "类别",
                    "办理情况",
                ],
                [None, None, None, "姓名", "电话", "姓名", "职务", None, None, None, "状态", "办结日期"],
                [
                    1,
                    "青2024-1",
                    "2024年3月5日",
                    "林春福",
                    "13900000001",
                    "柳大山",
                    "村会计",
                    "柳大山虚报粮食补贴面积。",
                    "信",
                    "检举控告",
                    "办结",
                    "2024.4.1",
                ],
                [
                    2,
                    "青2024-2",
                    "2024/6/7",
                    "匿名",
                    "",
                    "石有田",
                    "组长",
                    "石有田收取办证手续费。",
                    "电话",
                    "检举控告",
                    "办结",
                    "2024-07-15",
                ],
                [3, "青2024-3", "20241108", "", "", "", "", "建议公开村务。", "网上", "建议", "办理中", ""],
                ["合计", 3],
            ],
        ),
        merges=("A1:L1", "D3:E3", "F3:G3", "K3:L3", "A3:A4", "B3:B4", "C3:C4", "H3:H4", "I3:I4", "J3:J4"),
    )


def gbk() -> bytes:
    """A CSV in GBK with its own words, a blank line and a heading that comes again on the second page."""
    lines = [
        "信访件编号,登记日期,来信方式,是否实名,举报人姓名,联系电话,举报内容,被举报人,被举报人单位职务,是否办结,办结时间",
        "0012,2025-01-06,来信,是,何秋菊,13900000002,反映河滩地租金没有入账。,何大江,南坪村委会主任,是,2025-02-20",
        ",,,,,,,,,,",
        "信访件编号,登记日期,来信方式,是否实名,举报人姓名,联系电话,举报内容,被举报人,被举报人单位职务,是否办结,办结时间",
        "0013,2025-01-09,走访,否,,,反映低保名单没有公示。,,,否,",
    ]
    return "\r\n".join(lines).encode("gb18030")


def years() -> bytes:
    """A sheet for each year under the same heading, and one of remarks."""
    heading = ["登记号", "来件日期", "渠道", "标题", "内容", "办理状态", "答复日期"]
    return workbook(
        (
            "2023年",
            [
                ["信访登记"],
                heading,
                [
                    "A-1",
                    date(2023, 5, 4),
                    "来信",
                    "反映修路",
                    "修路的账没有公开。",
                    "已答复",
                    date(2023, 6, 1),
                ],
            ],
        ),
        (
            "2024年",
            [
                heading,
                [
                    "B-1",
                    date(2024, 5, 6),
                    "来访",
                    "反映鱼塘",
                    "鱼塘出租没有招标。",
                    "已答复",
                    date(2024, 6, 3),
                ],
            ],
        ),
        ("填表说明", [["本表每月报一次"], ["由办公室保存"]]),
    )


def serials() -> bytes:
    """Days as bare serial numbers, numbers as numbers, a formula that was never computed, and counts of people."""
    return workbook(
        (
            "Sheet1",
            [
                ["流水号", "来访日期", "来访人", "来访人数", "家庭住址", "诉求内容", "所在村", "处理结果"],
                [188801, 45300, "郑松柏", "5人", "柳湾村二组", "要求发还征地补偿款。", "柳湾村", "已解释"],
                [188802, 45301, "冯海", 1, "石桥村", "反映干部作风粗暴。", "石桥村", "转镇农办"],
                [188803, 45302, "", "=1+1", "", "反映水渠维修款去向。", "柳湾村", ""],
            ],
        )
    )


def merged() -> bytes:
    """One report about two people over two rows, its other cells merged; a note at the foot."""
    return workbook(
        (
            "登记簿",
            [
                ["件号", "收件日期", "信访形式", "反映内容", "被反映人", "被反映人职务"],
                ["H1", "2025-03-01", "举报箱", "两名村干部合伙承包集体林地。", "杨松", "村会计"],
                [None, None, None, None, "朱柏", "村民小组长"],
                ["H2", "2025-03-02", "举报箱", "反映门面房租金。", "秦竹", "村主任"],
                ["填表人：某某", None, None, None, None, None],
            ],
        ),
        merges=("A2:A3", "B2:B3", "C2:C3", "D2:D3"),
    )


def bilingual() -> bytes:
    """Tabs instead of commas, UTF-8 with its mark, the content under 备注 and no channel at all."""
    lines = [
        "No.\t收信时间\t来信人\t问题概要\t被反映单位\t问题类型\t办理状态\t转办日期",
        "1\t2024-12-30\t施梅\t反映合作社分红\t新塘村合作社\t集体资金资产\t已转镇农经站\t2025-01-03",
        "2\t2025-02-11\t\t反映工程没有招标\t\t工程招投标\t未办结\t",
    ]
    return b"\xef\xbb\xbf" + "\n".join(lines).encode()


SHAPES = {
    "titled.xlsx": titled,
    "gbk.csv": gbk,
    "years.xlsx": years,
    "serials.xlsx": serials,
    "merged.xlsx": merged,
    "bilingual.txt": bilingual,
}

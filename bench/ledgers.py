"""Invented ledgers of any size: a township's reports of three years, with the words and the untidiness of an office.

Names, villages and matters are put together from parts with a fixed seed; nothing is anybody's. Nine rows in ten are
sound; of the others some lack a date, some repeat a number, some hold words that nobody can read.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from openpyxl import Workbook

HEADINGS = (
    *("序号", "信访编号", "来信日期", "信访方式", "来源", "署名情况", "反映人", "联系电话", "住址"),
    *(
        "被反映人",
        "单位及职务",
        "所属村",
        "类别",
        "主要问题",
        "信访事项",
        "反映的主要问题",
        "办理状态",
        "办结日期",
    ),
    *("处理结果", "承办人", "备注"),
)
FAMILIES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
GIVEN = "春夏秋冬福禄寿喜东南西北山川河海松柏竹梅兰菊桃李文武忠义仁和平安顺利"
VILLAGES = (
    "柳湾村",
    "石桥村",
    "东岭村",
    "槐树村",
    "杏花村",
    "南坪村",
    "北渡村",
    "新塘村",
    "白沙村",
    "青石村",
)
POSTS = ("村党支部书记", "村委会主任", "村会计", "村民小组长", "村妇女主任", "镇农技站站长", "镇城建办干部")
CHANNELS = ("信", "来信", "来访", "来电", "网络举报", "举报箱", "信件")
ISSUES = ("惠民补贴优亲厚友", "集体资金资产", "征地拆迁补偿", "乱收费", "工程招投标", "作风粗暴漠视群众")
DEEDS = (
    "在发放{good}时优亲厚友，把名额给了自己的{kin}",
    "擅自把村集体的{thing}租给{kin}，租金{sum}元没有入账",
    "在{place}征地时虚报面积，多领补偿款{sum}元",
    "借办理{good}向群众收取“手续费”每户{fee}元",
    "把{place}的道路硬化工程交给{kin}施工，没有公开招标",
    "对反映{thing}问题的群众态度粗暴，多次推诿",
)
GOODS = ("低保", "危房改造补助", "临时救助", "退耕还林补贴", "粮食直补", "残疾人补贴", "公益性岗位")
KIN = ("侄子", "妻弟", "堂兄", "女婿", "外甥", "连襟")
THINGS = ("鱼塘", "荒山", "旧校舍", "沙场", "林地", "门面房", "水库")
PLACES = ("东头", "河滩", "老街口", "三组", "变电站旁", "小学后面", "水渠边")
ENDS = (
    "请求调查核实。",
    "希望上级严肃查处。",
    "群众意见很大，请尽快答复。",
    "附村民签名一份。",
    "望予以公开。",
)
OUTCOMES = ("批评教育", "谈话提醒", "诫勉", "反映不实，予以了结", "责令退还", "")


def rows(count: int, *, seed: int = 20260301, faults: float = 0.02) -> Iterator[list[object]]:
    """The rows below the heading; about ``faults`` of them can't be imported."""
    draw = random.Random(seed)  # noqa: S311 - invented rows, not a secret
    for number in range(1, count + 1):
        row = _row(draw, number)
        if draw.random() < faults:
            _spoil(draw, row)
        yield row


def _row(draw: random.Random, number: int) -> list[object]:
    received = date(2023, 1, 3) + timedelta(days=draw.randrange(1090))
    named = draw.random() < 0.55
    closed = draw.random() < 0.93
    village, deed = draw.choice(VILLAGES), draw.choice(DEEDS)
    told = deed.format(
        good=draw.choice(GOODS),
        kin=draw.choice(KIN),
        thing=draw.choice(THINGS),
        place=draw.choice(PLACES),
        sum=draw.randrange(800, 90_000),
        fee=draw.randrange(50, 900),
    )
    accused, post = _name(draw), draw.choice(POSTS)
    account = (
        f"{received.year - 1}年{draw.randrange(1, 13)}月，{village}{post}{accused}{told}。{draw.choice(ENDS)}"
    )
    return [
        number,
        f"青信{received.year}-{number:06d}",
        _day(draw, received),
        draw.choice(CHANNELS),
        draw.choice(("自收", "自收", "县纪委转", "交办")),
        "实名" if named else "匿名",
        _name(draw) if named else "",
        f"1{draw.randrange(3_000_000_000, 9_999_999_999)}" if named else "",
        f"{village}{draw.randrange(1, 9)}组" if named else "",
        accused,
        f"{village}{post}",
        village,
        draw.choice(("检举控告", "检举控告", "检举控告", "业务范围外", "批评建议", "申诉")),
        draw.choice(ISSUES),
        f"反映{village}{accused}的问题",
        account,
        "办结" if closed else draw.choice(("办理中", "已登记")),
        _day(draw, received + timedelta(days=draw.randrange(5, 90))) if closed else "",
        draw.choice(OUTCOMES),
        draw.choice(("承办甲", "承办乙", "接访丙")),
        draw.choice(("", "", "", "已口头答复", "与前件合并看")),
    ]


def _name(draw: random.Random) -> str:
    return draw.choice(FAMILIES) + "".join(draw.choices(GIVEN, k=draw.choice((1, 2, 2))))


def _day(draw: random.Random, day: date) -> object:
    ways = (day, day.isoformat(), f"{day.year}年{day.month}月{day.day}日", day.strftime("%Y.%m.%d"))
    return draw.choice(ways)


def _spoil(draw: random.Random, row: list[object]) -> None:
    column, value = draw.choice(
        ((2, ""), (2, "年初"), (3, "鸽子"), (17, "三月以后"), (15, ""), (5, "半实名"))
    )
    row[column] = value
    if column == 15:
        row[14] = ""


def write_ledger(path: Path, count: int, *, seed: int = 20260301) -> None:
    """A workbook with a title row above the heading, as offices keep it."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("台账")
    sheet.append(["青禾镇纪委信访举报登记台账（虚构）"])
    sheet.append(list(HEADINGS))
    for row in rows(count, seed=seed):
        sheet.append(row)
    sheet.append(["合计", count])
    book.save(path)

"""Letters of complaint that nobody wrote: put together from invented sentences, names, sums, days and numbers.

Each seed gives another letter. Nothing in them is taken from a real one, and the reader is not tuned to them: what
is measured is whether characters come back, so the letters vary in what is hard for that (figures, names, dates in
both scripts of numerals, brackets, sums in capitals, list numbers).
"""

from random import Random

TOWNS = ("青禾镇", "石桥镇", "白鹭乡", "松岗镇", "云岭镇", "梅溪乡")
VILLAGES = ("柳湾村", "东坪村", "下渡村", "大樟村", "清水塘村", "石鼓村", "北坡社区", "南洲村", "莲花坳村")
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜谢邹喻苏潘葛奚范彭鲁韦昌马苗凤花方俞任袁柳"
GIVEN = (
    "德旺秀兰建国志强桂英海涛玉珍永福春梅振华淑芬广才丽娟长根小红文斌翠萍立新金凤大勇雪琴世昌美玲".replace(
        " ", ""
    )
)
POSTS = (
    "党支部书记",
    "村委会主任",
    "村会计",
    "妇联主席",
    "村民小组长",
    "民政助理",
    "国土所所长",
    "财政所出纳",
    "驻村干部",
)
CAPITALS = "零壹贰叁肆伍陆柒捌玖"
SENTENCES = (
    "{day}，{village}{group}组召开村民会议，{who}当众宣布征收土地{mu}亩，每亩补偿{sum}元，可是到今天我们只领到{less}元。",
    "我家的低保从{day}起被停发，停发前没有人上门核查，也没有公示；而{who}的弟弟家里有两辆汽车，名字却一直在名单上。",
    "危房改造每户补助{sum}元，{who}（{post}）向我们每户收取“手续费”{less}元，不开收据，说是“大家都一样”。",
    "村里修的{km}公里水泥路，合同写的是18厘米厚，实际只有10厘米左右，通车不到{n}个月就开裂了。",
    "{day}晚上，{who}带着{n}个人到我家门口大声辱骂，威胁说“再告就让你家的地种不成”，邻居{other}等人都在场。",
    "集体山林{mu}亩承包给了外地老板，承包款共计人民币{capital}元整，从来没有在公开栏里贴过，账也不让看。",
    "小学的营养餐每人每天5元，{month}以来孩子回家常说吃不饱，菜里见不到肉；负责采购的是校长的亲戚。",
    "村集体的挖机由{who}低价租给他的儿子，租金一年只有{less}元，同样的机器外面一天就要1200元。",
    "{who}任{post}{n}年，村里的账目一次也没有公布过，我们先后{n}次去镇上反映，都说“再等等”。",
    "去年{month}发放的化肥补贴，签字册上有我母亲的名字和手印，可是她{n}年前就已经过世了。",
    "灌溉渠的水被引到了鱼塘，{group}组的{mu}亩稻田旱了半个多月，减产在三成以上，损失约{sum}元。",
    "我的身份证号码和银行卡都交给村里代办，卡号尾数是{tail}，到现在卡也没有还给我。",
    "选举那天票箱没有当众检查，流动票箱由{who}一个人提着走，{n}户人家说根本没有见过选票。",
    "环境整治的工钱按天计算，每天120元，我做了{n}天，只给了一半；问起来，{who}说“剩下的交了管理费”。",
    "上述情况有照片{n}张、录音1段、收条复印件{n}份可以证明，证人{other}，电话{phone}。",
    "对照《中国共产党纪律处分条例》和村规民约第{n}条，请上级查明：①钱去了哪里？②是谁批准的？③什么时候退还？",
    "以上所说句句属实，如有虚假，本人愿意承担责任；请为我保密，不要把信转到村里去。",
    "村务公开栏{month}之后就再没有更新，“一事一议”筹的{sum}元修桥款也没有下文，桥面至今还是木板。",
    "我老伴患病住院花去{sum}元，报销时{who}要我先交{less}元“押金”，交了以后又说材料不齐。",
    "占用基本农田建的养猪场没有环评手续，污水直排{village}前的小河，井水发臭，全组{n}0多口人喝水成了问题。",
)
OPENINGS = (
    "我是{village}{group}组的村民{me}，今年{age}岁，现在向你们反映下面的问题：",
    "我们是{village}的几户群众，实在没有办法才写这封信。",
    "您好！我叫{me}，家住{village}{group}组{n}号，以种田为生。",
)
CLOSINGS = (
    "请领导派人来查一查，给老百姓一个说法。",
    "恳请纪委的同志调查核实，依纪依法处理。",
    "盼望早日得到答复。",
)


def letter(seed: int, *, sentences: int = 9) -> list[str]:
    """The paragraphs of one letter, the heading first."""
    chance = Random(seed)  # noqa: S311 - invented letters need no secrecy
    fill = _filler(chance)
    body = [fill(each) for each in chance.sample(SENTENCES, sentences)]
    paragraphs = [f"关于{chance.choice(VILLAGES)}有关问题的举报信", f"{chance.choice(TOWNS)}纪委："]
    paragraphs.append(fill(chance.choice(OPENINGS)))
    while body:
        take = chance.randint(1, 3)
        paragraphs.append("".join(body[:take]))
        body = body[take:]
    number = iter("一二三四五六七八九")
    marked = [*paragraphs[:3], *(f"{next(number)}、{each}" for each in paragraphs[3:])]
    return [
        *marked,
        chance.choice(CLOSINGS),
        "此致",
        "敬礼！",
        fill("举报人：{me}"),
        fill("联系电话：{phone}"),
        fill("{day}"),
    ]


def _filler(chance: Random):  # type: ignore[no-untyped-def] # a closure of this module alone
    me = _name(chance)

    def fill(pattern: str) -> str:
        return pattern.format(
            day=_day(chance),
            month=f"{chance.choice('二三四五六七八九')}月份",
            village=chance.choice(VILLAGES),
            group=chance.choice("一二三四五六七八"),
            who=_name(chance),
            other=_name(chance),
            me=me,
            age=chance.randint(34, 79),
            post=chance.choice(POSTS),
            mu=f"{chance.randint(2, 90)}.{chance.randint(1, 9)}",
            km=f"{chance.randint(1, 6)}.{chance.randint(1, 9)}",
            sum=f"{chance.randint(11, 980) * 100}",
            less=f"{chance.randint(3, 60) * 50}",
            n=chance.randint(2, 9),
            tail=f"{chance.randint(0, 9999):04d}",
            phone=f"1{chance.choice('358')}{chance.randint(0, 999_999_999):09d}",
            capital=_capital(chance),
        )

    return fill


def _name(chance: Random) -> str:
    return chance.choice(SURNAMES) + "".join(chance.sample(GIVEN, chance.randint(1, 2)))


def _day(chance: Random) -> str:
    year, month, day = chance.randint(2019, 2026), chance.randint(1, 12), chance.randint(1, 28)
    written = "".join("〇一二三四五六七八九"[int(each)] for each in str(year))
    return chance.choice(
        (f"{year}年{month}月{day}日", f"{year}.{month}.{day}", f"{written}年{month}月{day}日")
    )


def _capital(chance: Random) -> str:
    ten_thousands, thousands = chance.randint(1, 9), chance.randint(1, 9)
    return f"{CAPITALS[ten_thousands]}万{CAPITALS[thousands]}仟{CAPITALS[chance.randint(1, 9)]}佰"

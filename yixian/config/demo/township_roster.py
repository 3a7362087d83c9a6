"""云溪县 and its townships as roster rows. Everything here is invented: places, units, and names of field and
harvest that nobody would think to be real people."""

from yixian.roster.actions import (
    AreaRow,
    CadreRow,
    DepartmentRow,
    OrganRow,
    RosterRows,
    UnitRow,
    VillageRow,
)
from yixian.roster.enums import CadreLevel, OrganLevel, PetitionField, UnitKind, VillageKind

COUNTY, QINGHE, BAIQUAN, FENGLIN, SONGLING = "YX", "YX-QH", "YX-BQ", "YX-FL", "YX-SL"

TOWNSHIPS = (
    (QINGHE, "青禾镇纪委", "青纪信", "东片区"),
    (BAIQUAN, "白泉镇纪委", "白纪信", "东片区"),
    (FENGLIN, "枫林镇纪委", "枫纪信", "东片区"),
    (SONGLING, "松岭乡纪委", "松纪信", "西片区"),
)

VILLAGES = (
    ("上禾村", VillageKind.VILLAGE, ("钱来顺", "孙满囤", "李丰年")),
    ("下禾村", VillageKind.VILLAGE, ("周有余", "吴春耕", "郑秋收")),
    ("石桥村", VillageKind.VILLAGE, ("王开渠", "冯守田", "陈半仓")),
    ("柳湾村", VillageKind.VILLAGE, ("褚栽柳", "卫平湾", "蒋麦香")),
    ("双塘村", VillageKind.VILLAGE, ("沈双塘", "韩养鱼", "杨清波")),
    ("南坡村", VillageKind.VILLAGE, ("朱向阳", "秦石榴", "尤山枣")),
    ("禾苗社区", VillageKind.COMMUNITY, ("许青苗", "何连心", "吕门牌")),
    ("新街社区", VillageKind.COMMUNITY, ("施新街", "张路灯", "孔石板")),
)
"""青禾镇's villages with their secretary, director and bookkeeper."""

NEIGHBOUR_VILLAGES = ((BAIQUAN, "白石村"), (BAIQUAN, "泉头村"), (FENGLIN, "枫口村"), (SONGLING, "松坪村"))

TOWN_UNITS = (
    ("青禾镇党委", UnitKind.TOWN_OFFICE),
    ("青禾镇人民政府", UnitKind.TOWN_OFFICE),
    ("青禾镇党政办公室", UnitKind.TOWN_OFFICE),
    ("青禾镇纪委办公室", UnitKind.TOWN_OFFICE),
    ("青禾镇社会事务办公室", UnitKind.TOWN_OFFICE),
    ("青禾镇农业农村办公室", UnitKind.TOWN_OFFICE),
    ("青禾镇综合治理办公室", UnitKind.TOWN_OFFICE),
    ("青禾镇财政所", UnitKind.STATION),
    ("青禾镇自然资源所", UnitKind.STATION),
    ("青禾镇综合行政执法队", UnitKind.STATION),
    ("青禾镇中心小学", UnitKind.SCHOOL),
    ("青禾镇卫生院", UnitKind.CLINIC),
    ("青禾镇供水公司", UnitKind.ENTERPRISE),
)

TOWN_CADRES = (
    ("青禾镇党委", "曹领航", "镇党委书记", CadreLevel.COUNTY),
    ("青禾镇党委", "严守正", "镇党委委员、纪委书记", CadreLevel.COUNTY),
    ("青禾镇人民政府", "华千亩", "镇长", CadreLevel.COUNTY),
    ("青禾镇人民政府", "金水渠", "副镇长", CadreLevel.COUNTY),
    ("青禾镇党政办公室", "魏文稿", "主任", CadreLevel.TOWNSHIP),
    ("青禾镇纪委办公室", "陶明镜", "纪委副书记", CadreLevel.TOWNSHIP),
    ("青禾镇纪委办公室", "姜直尺", "纪检干事", CadreLevel.STAFF),
    ("青禾镇社会事务办公室", "戚惠民", "主任", CadreLevel.TOWNSHIP),
    ("青禾镇农业农村办公室", "谢稻花", "主任", CadreLevel.TOWNSHIP),
    ("青禾镇综合治理办公室", "邹和气", "主任", CadreLevel.TOWNSHIP),
    ("青禾镇财政所", "喻算盘", "所长", CadreLevel.TOWNSHIP),
    ("青禾镇财政所", "柏小账", "出纳", CadreLevel.STAFF),
    ("青禾镇自然资源所", "水丈量", "所长", CadreLevel.TOWNSHIP),
    ("青禾镇综合行政执法队", "窦路口", "队长", CadreLevel.TOWNSHIP),
    ("青禾镇中心小学", "章粉笔", "校长", CadreLevel.TOWNSHIP),
    ("青禾镇卫生院", "云草药", "院长", CadreLevel.TOWNSHIP),
    ("青禾镇供水公司", "苏活水", "经理", CadreLevel.STAFF),
)

DEPARTMENTS = (
    ("云溪县住房和城乡建设局", PetitionField.URBAN),
    ("云溪县委办公室", PetitionField.PARTY),
    ("云溪县自然资源局", PetitionField.LAND),
    ("云溪县生态环境局", PetitionField.ENVIRONMENT),
    ("云溪县纪委监委信访室", PetitionField.DISCIPLINE),
    ("云溪县交通运输局", PetitionField.TRANSPORT),
    ("云溪县发展和改革局", PetitionField.ECONOMY),
    ("云溪县工业和信息化局", PetitionField.TECHNOLOGY),
    ("云溪县民政局", PetitionField.CIVIL_AFFAIRS),
    ("云溪县农业农村局", PetitionField.FARMING),
    ("云溪县商务和文化旅游局", PetitionField.TRADE),
    ("云溪县卫生健康局", PetitionField.HEALTH),
    ("云溪县委政法委", PetitionField.LEGAL),
    ("云溪县教育体育局", PetitionField.EDUCATION),
    ("云溪县人力资源和社会保障局", PetitionField.LABOUR),
)


def township_rows() -> RosterRows:
    """The whole roster of the county as one workbook would say it."""
    return RosterRows(
        organs=tuple(_organs()),
        areas=(AreaRow(county=COUNTY, name="东片区"), AreaRow(county=COUNTY, name="西片区")),
        villages=tuple(_villages()),
        units=tuple(_units()),
        cadres=tuple(_cadres()),
        departments=tuple(DepartmentRow(organ=COUNTY, name=name, field=field) for name, field in DEPARTMENTS),
    )


def _organs() -> list[OrganRow]:
    county = OrganRow(code=COUNTY, name="云溪县纪委监委", short_name="云纪信", level=OrganLevel.COUNTY)
    return [
        county,
        *(
            OrganRow(
                code=code, name=name, short_name=stem, level=OrganLevel.TOWNSHIP, parent=COUNTY, area=area
            )
            for code, name, stem, area in TOWNSHIPS
        ),
    ]


def _villages() -> list[VillageRow]:
    own = [VillageRow(organ=QINGHE, name=name, kind=kind) for name, kind, _ in VILLAGES]
    return own + [VillageRow(organ=organ, name=name) for organ, name in NEIGHBOUR_VILLAGES]


def _committee(village: str, kind: VillageKind) -> str:
    return f"{village}{'村委会' if kind == VillageKind.VILLAGE else '居委会'}".replace("村村", "村")


def _units() -> list[UnitRow]:
    town = [UnitRow(organ=QINGHE, name=name, kind=kind) for name, kind in TOWN_UNITS]
    for name, kind, _ in VILLAGES:
        town += [
            UnitRow(organ=QINGHE, name=f"{name}党支部", kind=UnitKind.PARTY_BRANCH, village=name),
            UnitRow(organ=QINGHE, name=_committee(name, kind), kind=UnitKind.VILLAGE_COMMITTEE, village=name),
        ]
    return town


def _cadres() -> list[CadreRow]:
    cadres = [
        CadreRow(organ=QINGHE, unit=unit, name=name, post=post, level=level, party_member=True)
        for unit, name, post, level in TOWN_CADRES
    ]
    for village, kind, people in VILLAGES:
        cadres += _village_cadres(village, kind, people)
    return cadres


def _village_cadres(village: str, kind: VillageKind, people: tuple[str, str, str]) -> list[CadreRow]:
    secretary, director, bookkeeper = people
    committee = _committee(village, kind)
    posts = (
        (f"{village}党支部", secretary, "党支部书记", True),
        (committee, director, "主任", True),
        (committee, bookkeeper, "会计", False),
    )
    return [
        CadreRow(organ=QINGHE, unit=unit, name=name, post=post, level=CadreLevel.VILLAGE, party_member=member)
        for unit, name, post, member in posts
    ]

"""What a Chinese name and the post beside it look like."""

from yixian.language.words.lists import listed

SURNAMES = frozenset(listed("surnames"))
COMPOUND_SURNAMES = frozenset(
    (
        "欧阳",
        "上官",
        "司马",
        "诸葛",
        "司徒",
        "皇甫",
        "东方",
        "尉迟",
        "令狐",
        "慕容",
        "夏侯",
        "端木",
        "公孙",
        "南宫",
        "长孙",
    )
)
POSTS = listed("posts")

# Words of two characters that begin like a name and are none; a "name" holding one is refused.
NOT_NAMES = frozenset(listed("not_names"))

# Surnames that are everyday words as well: alone they prove nothing.
COMMON_WORDS = frozenset(
    "万于从任但信党全公关冷初利包区华原向和国安家对展师平应强成房揭支文方时明曲有权查水满由管经胜能花解计"
    "谢费连都金门阳项高"
)

# Characters that (almost) never stand inside a given name.
NOT_IN_NAMES = frozenset(
    "0123456789一七三上下不与且两个为主举么之九也乡书了事二于五些亲人什仍从他以们任会但位你做入"
    "八公六共其内再几出分则利到前副务区十单卡却原去县又及反受只叫可右号司吃各同名后吗吧听呀告员呢和哦哪啊"
    "四回因在场士处复外多女她如姓委它室对导将尊少就局左已市师希席常年应府当很怎您想我或所才打找把投报拿"
    "挪接控收政敬旁日时映是曾月望本权村来某校样次此每求污没法点然物现用的直省看着私科称站等答组经给老者而"
    "职能自若街被要规让记讲诉该说请谁贪路过还这进违道那部都里镇问间院非领骂"
)

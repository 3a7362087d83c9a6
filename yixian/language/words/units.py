"""Endings by which a unit, a village, a road or an estate is known."""

from yixian.language.words.lists import listed

# Units that can be accused: organs, public institutions, state enterprises, basic-level organisations.
UNIT_ENDINGS = listed("unit_endings")

# Private by nature: named in reports, hardly ever the accused of a commission.
PRIVATE_ENDINGS = frozenset(
    ("物业公司", "有限公司", "物业", "开发商", "业委会", "投资公司", "集团", "公司", "合作社", "银行")
)

PLACE_ENDINGS = listed("place_endings")

# A name never reaches over one of these: what stands before it is another word of the sentence.
NAME_STOPS = listed("name_stops")

"""Levels of commission, with their Chinese names; which level may approve what hangs on them."""

from yixian.regulations.words import Word


class CaseAuthority(Word):
    """The level that decides. Ordered from the township upward."""

    TOWNSHIP = "township", "乡镇级"
    COUNTY = "county", "县级"
    PREFECTURE = "prefecture", "设区的市级"
    PROVINCE = "province", "省级"
    CENTRE = "centre", "中央"

    @property
    def is_prefecture_or_above(self) -> bool:
        return self in (CaseAuthority.PREFECTURE, CaseAuthority.PROVINCE, CaseAuthority.CENTRE)

"""The organs as typed: 代码:名称:文号简称, the county first, and the township below it."""

from yixian.config.office.members import Unreadable
from yixian.roster.actions import OrganRow, RosterRows
from yixian.roster.enums import OrganLevel

SHAPE = "代码:名称:文号简称，例如 YX:云溪县纪委监委:云纪信"


def rows_of(county: str, organ: str) -> RosterRows:
    """A township needs its county, even where the county itself does not use this installation."""
    above = _row(county, OrganLevel.COUNTY)
    if not organ.strip():
        return RosterRows(organs=(above,))
    return RosterRows(organs=(above, _row(organ, OrganLevel.TOWNSHIP, above.code)))


def _row(text: str, level: OrganLevel, parent: str = "") -> OrganRow:
    parts = [part.strip() for part in text.replace("：", ":").split(":")]
    if len(parts) != 3 or not all(parts):
        raise Unreadable(f"“{text}”看不懂，应写作：{SHAPE}。")
    return OrganRow(code=parts[0], name=parts[1], short_name=parts[2], level=level, parent=parent)

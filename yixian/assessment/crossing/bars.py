"""What keeps a handler away from a matter. A bar is never weighed against anything."""

from enum import Enum

from yixian.assessment.crossing.facts import HandlerFacts, MatterFacts


class Bar(Enum):
    """The value says it of a handler, for whoever reads why somebody was passed over."""

    OWN_TOWNSHIP = "与被反映一方同在一个乡镇（街道）"
    CLOSED_TOWNSHIP = "所在乡镇（街道）不宜或者已经退回办理这一件"
    RECUSED = "已经申报或者被申请回避"
    RELATED = "是被反映人或者其申报的近亲属"
    OF_UNIT = "在被反映单位任职"
    SERVED = "曾在被反映单位任职"
    DECLINED = "已经说明不能承办这一件"
    FULL = "手上的交叉办理件已满"


def bar_of(matter: MatterFacts, handler: HandlerFacts) -> Bar | None:
    """The first bar between the two; the person's own ties are told before the township's."""
    ties = (
        (handler.id in matter.recused, Bar.RECUSED),
        (handler.id in matter.related, Bar.RELATED),
        (handler.id in matter.of_unit, Bar.OF_UNIT),
        (handler.id in matter.served, Bar.SERVED),
        (handler.township == matter.township, Bar.OWN_TOWNSHIP),
        (handler.township in matter.closed_townships, Bar.CLOSED_TOWNSHIP),
        (handler.id in matter.declined, Bar.DECLINED),
        (handler.in_hand >= handler.capacity, Bar.FULL),
    )
    return next((bar for is_barred, bar in ties if is_barred), None)

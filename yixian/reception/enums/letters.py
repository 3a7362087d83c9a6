"""The words of paper: letters, covers, scans, report boxes. ``reception.enums`` tells them to other houses."""

from django.db.models import TextChoices


class BoxItemKind(TextChoices):
    """What lay in a report box, seen from outside."""

    LETTER = "letter", "信件"
    SLIP = "slip", "纸条"
    MATERIAL = "material", "材料"
    OTHER = "other", "其他"


class ItemSeal(TextChoices):
    """How an item out of a box was closed when it was found."""

    SEALED = "sealed", "封口完好"
    UNSEALED = "unsealed", "未封口"
    DAMAGED = "damaged", "封口破损"


class StripState(TextChoices):
    """The paper strip over the lid of a box, before it was opened."""

    INTACT = "intact", "完好"
    DAMAGED = "damaged", "破损"
    MISSING = "missing", "没有封条"


class Delivery(TextChoices):
    """How a letter reached the office, as its cover says."""

    ORDINARY = "ordinary", "平信"
    REGISTERED = "registered", "挂号信"
    EXPRESS = "express", "快递"
    BY_HAND = "by_hand", "当面递交"
    BOX = "box", "投入信箱"
    LEADER = "leader", "领导批转"
    PASSED = "passed", "其他部门转来"


class ScanState(TextChoices):
    """Where a scanned letter stands until it is a report, or something else."""

    WAITING = "waiting", "待登记"
    REGISTERED = "registered", "已登记"
    SENT_UP = "sent_up", "已作信封上报"
    DISCARDED = "discarded", "已作废"


class DiscardReason(TextChoices):
    """Why a scan is thrown away; a kept word, because free text would tell what the letter says."""

    TWICE = "twice", "重复扫描"
    UNCLEAR = "unclear", "不清楚，已重新扫描"
    NOT_A_REPORT = "not_a_report", "不是举报来信（公函、广告等）"
    MIXED = "mixed", "混进了别的信，已分开重新扫描"
    TRIAL = "trial", "试用、练习"


class PageChange(TextChoices):
    """What is done to one page before it is read."""

    UP = "up", "往前移"
    DOWN = "down", "往后移"
    TURN = "turn", "向右转 90°"
    REMOVE = "remove", "移除"
    PUT_BACK = "put_back", "放回"

"""What is taken in as a whole: ledgers and letters on paper."""

from django.db.models import TextChoices


class ImportState(TextChoices):
    """Where the import of a ledger stands; from each of the running ones it goes on after a power cut."""

    UPLOADED = "uploaded", "待对应栏目"
    MAPPED = "mapped", "待对应词语"
    CHECKING = "checking", "核对中"
    CHECKED = "checked", "待确认导入"
    RUNNING = "running", "导入中"
    DONE = "done", "已导入"
    UNDOING = "undoing", "撤销中"
    UNDONE = "undone", "已撤销"
    DROPPED = "dropped", "未导入，已取消"

"""What of a verification is still open, in words: a report is not handed in over it without a reason."""

from yixian.resolution.enums import CustodyState, GapState, TaskState
from yixian.resolution.models import Clue, Custody, Gap, Talk, Task


def unfinished(clue: Clue) -> list[str]:
    """Each kind of open thing with its number; empty when everything is done."""
    tasks = Task.objects.filter(verification__clue=clue, state=TaskState.OPEN).count()
    gaps = Gap.objects.filter(verification__clue=clue, state=GapState.OPEN).count()
    offered = Custody.objects.filter(evidence__verification__clue=clue, state=CustodyState.OFFERED).count()
    talks = Talk.objects.filter(
        verification__clue=clue, signed_on__isnull=True, corrected_by__isnull=True
    ).count()
    found = (
        (tasks, f"{tasks}项核查任务没有答复"),
        (gaps, f"{gaps}处证据缺口没有补上"),
        (talks, f"{talks}份谈话笔录没有签名"),
        (offered, f"{offered}份证据移交没有接收"),
    )
    return [words for count, words in found if count]

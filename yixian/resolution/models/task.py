"""核查任务: questions for one member of the team, never the letter; and each time one passed to other hands."""

from django.db import models
from django.db.models import Q

from yixian.resolution.enums import TaskState
from yixian.resolution.models.decided import OfVerification
from yixian.toolkit.conditions import not_before
from yixian.toolkit.links import KeptLink
from yixian.toolkit.rows import KnownRow


class Task(OfVerification, KnownRow):
    """``staff`` has it now. ``answer`` is what was found, or for one taken back the reason why."""

    verification = KeptLink("resolution.Verification", "核实", related_name="tasks")
    position = models.PositiveSmallIntegerField("序号")
    staff = KeptLink("roster.Staff", "承担人", related_name="verification_tasks")
    given_by = KeptLink("roster.Staff", "布置人", related_name="+")
    given_on = models.DateField("布置日期")
    due_on = models.DateField("完成期限")
    state = models.CharField("状态", max_length=10, choices=TaskState.choices, default=TaskState.OPEN)
    ended_on = models.DateField("答复或者收回日期", null=True, blank=True)
    questions = models.UUIDField("要查清的问题")
    answer = models.UUIDField("查到的情况", null=True, blank=True)

    class Secrecy:
        open = ("position", "given_on", "due_on", "state", "ended_on")
        work = ("id", "uid", "verification", "staff", "given_by")
        sealed = ("questions", "answer")

    class Meta:
        verbose_name = verbose_name_plural = "核查任务"
        ordering = ["verification", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["verification", "position"], name="resolution_task_has_one_place"
            ),
            models.CheckConstraint(
                condition=Q(state=TaskState.OPEN, ended_on__isnull=True, answer__isnull=True)
                | (~Q(state=TaskState.OPEN) & Q(ended_on__isnull=False, answer__isnull=False)),
                name="resolution_task_ends_with_words",
                violation_error_message="答复或者收回核查任务，应当写明日期和情况。",
            ),
            models.CheckConstraint(
                condition=not_before("due_on", "given_on"),
                name="resolution_task_due_after_given",
                violation_error_message="完成期限不得早于布置日期。",
            ),
        ]

    def __str__(self) -> str:
        return f"核查任务{self.position}"


class TaskHandOver(OfVerification, KnownRow):
    """A task passed from one member to another, by whom and why."""

    task = KeptLink(Task, "核查任务", related_name="hand_overs")
    from_staff = KeptLink("roster.Staff", "交出人", related_name="+")
    to_staff = KeptLink("roster.Staff", "接手人", related_name="+")
    ordered_by = KeptLink("roster.Staff", "决定人", related_name="+")
    handed_on = models.DateField("移交日期")
    reason = models.UUIDField("移交原因")

    class Secrecy:
        open = ("handed_on",)
        work = ("id", "uid", "task", "from_staff", "to_staff", "ordered_by")
        sealed = ("reason",)

    class Meta:
        verbose_name = verbose_name_plural = "核查任务移交"
        ordering = ["handed_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(from_staff=models.F("to_staff")),
                name="resolution_task_goes_to_another",
                violation_error_message="核查任务应当移交给另一人。",
            )
        ]

    def __str__(self) -> str:
        return f"{self.task}移交"

    @property
    def guarded_clue(self) -> models.Model:
        return self.task.verification.clue

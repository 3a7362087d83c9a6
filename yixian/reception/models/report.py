"""来件: one report as this office received it. What it says and who said it are seals; the rest is counted.

There is no time of day anywhere, and no address or device: what is not kept can't be lost (检控规则 30).
"""

import uuid

from django.db import models
from django.db.models import F, Q

from yixian.reception.enums import CadreCategory, Channel, DeclineReason, ReportState, Signing, SourceKind
from yixian.reception.workflow import SETTLED_STATES
from yixian.regulations.classes import ReportClass, VillageIssue
from yixian.regulations.petition_regulations import MOST_REPRESENTATIVES
from yixian.toolkit.conditions import not_before, unlike
from yixian.toolkit.links import KeptLink

NOT_YET_OR_ENVELOPED = (ReportState.RECEIVED, ReportState.ENVELOPED, ReportState.VOIDED)


class Report(models.Model):
    """``account`` holds the slots title, account, place, wish (and reported, as given on the web);
    ``identity`` the slots name, phone, address, id_number, note, under the organ's identity key.

    An enveloped report is a bare row: its seals went to the superior (检控规则 15). ``sealed_as`` is set on the
    row of a report that another organ passed on: the id to which its seals are bound. ``meant_for`` is set on one
    lent for 片区联动交叉办理: until it is registered only that handler and the chief meet it. One that is taken back
    before anybody registered it is voided without a number.

    A long ledger is narrowed and ordered by what stands here twice: ``next_due`` is the last day of the running
    clock that runs out first, kept by ``clockwork`` alone; class and issues are those of assessment's current
    decision, kept by ``note_classed`` alone.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organ = KeptLink("roster.Organ", "受理机构", related_name="reports", db_index=False)
    number = models.CharField("来件编号", max_length=12, null=True, blank=True)  # noqa: DJ001 - unique once given
    channel = models.CharField("渠道", max_length=10, choices=Channel.choices())
    source = models.CharField("来源", max_length=24, choices=SourceKind.choices())
    signing = models.CharField("署名", max_length=12, choices=Signing.choices())
    received_on = models.DateField("收到日期")
    registered_on = models.DateField("登记日期", null=True, blank=True)
    registered_by = KeptLink("roster.Staff", "登记人", related_name="registered_reports", null=True)
    state = models.CharField("状态", max_length=12, choices=ReportState.choices)
    village = KeptLink("roster.Village", "涉及村（社区）", related_name="reports", null=True, db_index=False)
    urgent = models.BooleanField("紧急", default=False)
    people_count = models.PositiveSmallIntegerField("人数", default=1)
    representatives = models.PositiveSmallIntegerField("来访代表人数", default=0)
    first_handler = KeptLink("roster.Staff", "首办责任人", related_name="first_handled_reports", null=True)
    box_opening = KeptLink("reception.BoxOpening", "开箱记录", related_name="reports", null=True)
    repeat_of = KeptLink("self", "初次来件", related_name="repeats", null=True)
    envelope = models.OneToOneField(
        "reception.Envelope",
        verbose_name="信封",
        on_delete=models.PROTECT,
        related_name="report",
        null=True,
        blank=True,
    )
    decline_reason = models.CharField(
        "不予受理原因", max_length=12, choices=DeclineReason.choices, blank=True, default=""
    )
    answered_on = models.DateField("答复日期", null=True, blank=True)
    withdrawn_on = models.DateField("撤回日期", null=True, blank=True)
    destroyed_on = models.DateField("内容销毁日期", null=True, blank=True)
    next_due = models.DateField("最近届满日", null=True, blank=True)
    report_class = models.CharField(
        "现行类别", max_length=15, choices=ReportClass.choices(), blank=True, default=""
    )
    main_issue = models.CharField(
        "现行主要问题", max_length=24, choices=VillageIssue.choices(), blank=True, default=""
    )
    second_issue = models.CharField(
        "现行次要问题", max_length=24, choices=VillageIssue.choices(), blank=True, default=""
    )
    account = models.UUIDField("内容封存", null=True, blank=True)
    identity = models.UUIDField("身份封存", null=True, blank=True)
    receipt = models.UUIDField("查询凭证", null=True, blank=True)
    sealed_as = models.UUIDField("封存时的件", null=True, blank=True)
    meant_for = KeptLink("roster.Staff", "指定登记人", related_name="+", null=True)

    class Secrecy:
        open = (
            "number",
            "channel",
            "source",
            "signing",
            "received_on",
            "registered_on",
            "state",
            "urgent",
            "people_count",
            "representatives",
            "decline_reason",
            "answered_on",
            "withdrawn_on",
            "destroyed_on",
            "next_due",
            "report_class",
            "main_issue",
            "second_issue",
        )
        work = (
            "id",
            "organ",
            "registered_by",
            "village",
            "first_handler",
            "box_opening",
            "repeat_of",
            "envelope",
            "sealed_as",
            "meant_for",
        )
        sealed = ("account", "identity", "receipt")
        outlasts = ("receipt",)

    class Meta:
        verbose_name = verbose_name_plural = "来件"
        indexes = [
            models.Index(fields=["organ", "state", "received_on"], name="reception_report_by_state"),
            models.Index(
                fields=["organ", "received_on", "number", "next_due"], name="reception_report_by_day"
            ),
            models.Index(fields=["organ", "channel", "received_on"], name="reception_report_by_channel"),
            models.Index(fields=["organ", "signing", "received_on"], name="reception_report_by_signing"),
            models.Index(
                fields=["village", "received_on", "channel", "main_issue", "next_due"],
                name="reception_report_by_village",
            ),
            models.Index(fields=["organ", "next_due", "received_on"], name="reception_report_by_due"),
            models.Index(fields=["organ", "report_class", "received_on"], name="reception_report_by_class"),
            models.Index(fields=["organ", "main_issue", "received_on"], name="reception_report_by_issue"),
            models.Index(
                fields=["organ", "second_issue", "received_on"],
                condition=~Q(second_issue=""),
                name="reception_report_by_second",
            ),
            models.Index(fields=["receipt"], name="reception_report_by_receipt"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "number"],
                name="reception_report_numbered_once",
                violation_error_message="这个来件编号已经使用。",
            ),
            models.CheckConstraint(
                condition=Q(
                    number__isnull=True,
                    registered_on__isnull=True,
                    registered_by__isnull=True,
                    first_handler__isnull=True,
                    state__in=NOT_YET_OR_ENVELOPED,
                )
                | (
                    Q(
                        number__isnull=False,
                        registered_on__isnull=False,
                        registered_by__isnull=False,
                        first_handler__isnull=False,
                    )
                    & ~Q(state=ReportState.RECEIVED)
                ),
                name="reception_report_registered_as_a_whole",
                violation_error_message="编号、登记日期、登记人和首办责任人应当同时具备；待登记的来件没有编号。",
            ),
            models.CheckConstraint(
                condition=Q(
                    state=ReportState.ENVELOPED,
                    envelope__isnull=False,
                    account__isnull=True,
                    identity__isnull=True,
                    receipt__isnull=True,
                    village__isnull=True,
                )
                | (Q(envelope__isnull=True, account__isnull=False) & ~Q(state=ReportState.ENVELOPED)),
                name="reception_report_enveloped_keeps_nothing",
                violation_error_message="信封上报的来件只登记信封，不留存内容（检控规则第十五条）。",
            ),
            models.CheckConstraint(
                condition=Q(identity__isnull=True, signing=Signing.ANONYMOUS.value)
                | Q(identity__isnull=False, signing__in=(Signing.REAL_NAME.value, Signing.UNVERIFIED.value))
                | Q(identity__isnull=True, state=ReportState.ENVELOPED),
                name="reception_report_anonymous_has_no_identity",
                violation_error_message="匿名来件不得登记举报人身份；署名来件应当封存身份。",
            ),
            models.CheckConstraint(
                condition=Q(state=ReportState.KEPT, repeat_of__isnull=False) | ~Q(state=ReportState.KEPT),
                name="reception_report_kept_names_the_first",
                violation_error_message="作为重复件留存的，应当写明初次来件。",
            ),
            models.CheckConstraint(
                condition=unlike("repeat_of", "id"),
                name="reception_report_repeats_another",
                violation_error_message="来件不能是自己的重复件。",
            ),
            models.CheckConstraint(
                condition=Q(representatives__lte=MOST_REPRESENTATIVES, people_count__gte=1)
                & Q(representatives__lte=F("people_count")),
                name="reception_report_few_representatives",
                violation_error_message=f"来访代表不得超过{MOST_REPRESENTATIVES}人，且不得多于来访人数。",
            ),
            models.CheckConstraint(
                condition=Q(channel=Channel.VISIT.value, state=ReportState.RECEIVED)
                | Q(channel=Channel.VISIT.value, state=ReportState.ENVELOPED)
                | Q(channel=Channel.VISIT.value, representatives__gte=1)
                | (~Q(channel=Channel.VISIT.value) & Q(representatives=0)),
                name="reception_report_visit_has_representatives",
                violation_error_message="来访应当登记到场代表人数；其他渠道不登记。",
            ),
            models.CheckConstraint(
                condition=Q(channel=Channel.BOX.value) | Q(box_opening__isnull=True),
                name="reception_report_box_item_only_from_a_box",
                violation_error_message="只有举报箱来件写明开箱记录。",
            ),
            models.CheckConstraint(
                condition=(Q(state=ReportState.DECLINED) & ~Q(decline_reason=""))
                | (~Q(state=ReportState.DECLINED) & Q(decline_reason="")),
                name="reception_report_declined_with_reason",
                violation_error_message="不予受理应当写明原因。",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=(ReportState.ANSWERED, ReportState.DECLINED))
                | Q(answered_on__isnull=False),
                name="reception_report_answered_on_a_day",
                violation_error_message="已答复的来件应当写明答复日期。",
            ),
            models.CheckConstraint(
                condition=not_before("registered_on", "received_on"),
                name="reception_report_registered_after_receipt",
                violation_error_message="登记日期不得早于收到日期。",
            ),
        ]

    def __str__(self) -> str:
        return self.number or "（待登记）"

    @property
    def trail_subject(self) -> str:
        return f"reception.report:{self.pk}"

    @property
    def counts_as_anonymous(self) -> bool:
        return self.signing != Signing.REAL_NAME

    def lender_organ_id(self) -> int | None:
        """The office on whose row the seals of this one are bound; None for a report of one's own."""
        if self.sealed_as is None:
            return None
        return Report.objects.filter(pk=self.sealed_as).values_list("organ_id", flat=True).first()

    def account_seal(self) -> uuid.UUID:
        """The seal of what is reported. The bare row of an envelope has none, and nobody should ask it."""
        if self.account is None:
            raise ValueError("an enveloped report keeps no account")
        return self.account

    @property
    def is_settled(self) -> bool:
        return self.state in SETTLED_STATES

    def reported_tokens(self) -> frozenset[bytes]:
        """The keyed tokens of everyone and every unit reported; prefetch ``people`` for a list."""
        return frozenset(token for person in self.people.all() for token in person.tokens())

    def handler_ids(self) -> frozenset[int]:
        """Who owns it now; prefetch ``handlings`` for a list."""
        return frozenset(each.staff_id for each in self.handlings.all() if each.is_current)

    def asked_ids(self) -> frozenset[int]:
        """Who has been asked to take it over and has not answered: they read it to decide, and no more."""
        return frozenset(each.staff_id for each in self.handlings.all() if each.is_asked)

    def categories(self) -> list[CadreCategory]:
        return [CadreCategory(each.category) for each in self.people.all()]

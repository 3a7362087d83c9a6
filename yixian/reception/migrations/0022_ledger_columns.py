import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Min, OuterRef, Subquery


def fill(apps, schema_editor):
    """The organ of every clock, and on every report the running clock that runs out first."""
    Clock, Report = apps.get_model("reception", "Clock"), apps.get_model("reception", "Report")
    Envelope = apps.get_model("reception", "Envelope")
    of_report = Report.objects.filter(pk=OuterRef("report")).order_by().values("organ")
    of_envelope = Envelope.objects.filter(pk=OuterRef("envelope")).order_by().values("organ")
    Clock.objects.filter(report__isnull=False).order_by().update(organ=Subquery(of_report))
    Clock.objects.filter(report__isnull=True).order_by().update(organ=Subquery(of_envelope))
    running = Clock.objects.filter(report=OuterRef("pk"), met_on__isnull=True, suspended_on__isnull=True)
    soonest = running.order_by().values("report").annotate(first=Min("due_on")).values("first")
    Report.objects.order_by().update(next_due=Subquery(soonest))


class Migration(migrations.Migration):
    dependencies = [
        ("reception", "0021_supervision_paper"),
        ("roster", "0003_suiting"),
    ]

    operations = [
        migrations.AddField(
            "clock",
            "organ",
            models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="roster.organ",
                verbose_name="受理机构",
            ),
        ),
        migrations.AddField(
            "report", "next_due", models.DateField(blank=True, null=True, verbose_name="最近届满日")
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]

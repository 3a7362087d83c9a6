"""The tree: organs, areas, villages, units, departments, each in the order in which they were entered."""

from django.db.models import Count, Q, QuerySet

from yixian.roster.models import Area, Department, Organ, Unit, Village


def organ_of(organ_id: int) -> Organ:
    """The organ with its superior and area at hand; an unknown id raises ``Organ.DoesNotExist``."""
    return Organ.objects.select_related("parent", "area").get(pk=organ_id)


def organ_by_code(code: str) -> Organ | None:
    return Organ.objects.select_related("parent", "area").filter(code=code).first()


def organs_under(organ_id: int | None = None) -> QuerySet[Organ]:
    """An organ and its subordinates, the county first; every organ when none is named."""
    organs = Organ.objects.select_related("parent", "area")
    if organ_id is not None:
        organs = organs.filter(Q(pk=organ_id) | Q(parent_id=organ_id))
    return organs.order_by("level", "pk")


def organ_tree(organ_id: int) -> QuerySet[Organ]:
    """The whole county that an organ belongs to, with the numbers of villages, units and cadres in office."""
    county = Organ.objects.filter(Q(pk=organ_id, parent__isnull=True) | Q(subordinates=organ_id)).values("pk")
    return (
        Organ.objects.select_related("area")
        .filter(Q(pk__in=county) | Q(parent__in=county))
        .annotate(
            village_count=Count("villages", distinct=True),
            unit_count=Count("units", distinct=True),
            cadre_count=Count("units__cadres", filter=Q(units__cadres__is_active=True), distinct=True),
        )
        .order_by("level", "area_id", "pk")
    )


def areas_of(county_id: int) -> QuerySet[Area]:
    return Area.objects.filter(county_id=county_id).order_by("pk")


def area_mates(organ_id: int) -> QuerySet[Organ]:
    """The other townships of the same area, from which a handler may be asked (片区联动)."""
    area = Organ.objects.filter(pk=organ_id, area__isnull=False).values("area")
    return Organ.objects.filter(area__in=area).exclude(pk=organ_id).order_by("pk")


def villages_of(organ_id: int) -> QuerySet[Village]:
    """The organ's own villages; for a county, those of all its townships."""
    return (
        Village.objects.select_related("organ")
        .filter(Q(organ_id=organ_id) | Q(organ__parent_id=organ_id))
        .order_by("organ_id", "pk")
    )


def units_of(organ_id: int) -> QuerySet[Unit]:
    """The units that this organ itself supervises."""
    return Unit.objects.select_related("village").filter(organ_id=organ_id).order_by("pk")


def units_under(organ_id: int) -> QuerySet[Unit]:
    """The units of an organ and of the organs under it, with their organ at hand."""
    return (
        Unit.objects.select_related("village", "organ")
        .filter(Q(organ_id=organ_id) | Q(organ__parent_id=organ_id))
        .order_by("organ_id", "pk")
    )


def departments_of(organ_id: int, field: str = "") -> QuerySet[Department]:
    """The departments of the organ's county, for one field of work when it is given."""
    county = Organ.objects.filter(Q(pk=organ_id, parent__isnull=True) | Q(subordinates=organ_id))
    departments = Department.objects.filter(organ__in=county.values("pk"))
    return (departments.filter(field=field) if field else departments).order_by("pk")

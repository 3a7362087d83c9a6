"""Staff accounts, their roles and their declared relatives."""

from django.db.models import Prefetch, QuerySet

from yixian.roster.enums import Role
from yixian.roster.models import FormerPost, Kinship, RoleGrant, Staff, StaffSkill


def staff_of(organ_id: int, *roles: Role) -> QuerySet[Staff]:
    """The organ's active staff, or those who now hold one of the roles; ``current_grants`` is at hand."""
    staff = Staff.objects.filter(organ_id=organ_id, is_active=True)
    if roles:
        staff = staff.filter(pk__in=_current().filter(role__in=roles).values("staff"))
    return _with_grants(staff).order_by("pk")


def staff_by_id(staff_id: int) -> Staff | None:
    return _with_grants(Staff.objects.filter(pk=staff_id)).first()


def staff_by_username(username: str) -> Staff | None:
    """The active account of that log-in name; a closed account is not found."""
    return _with_grants(Staff.objects.filter(username=username, is_active=True)).first()


def active_roles(staff: Staff | int) -> frozenset[Role]:
    """What this person holds now; a closed account holds nothing."""
    staff_id = staff if isinstance(staff, int) else staff.pk
    held = _current().filter(staff_id=staff_id, staff__is_active=True).values_list("role", flat=True)
    return frozenset(Role(role) for role in held.order_by("role"))


def kin_cadre_ids(staff: Staff | int) -> frozenset[int]:
    """The cadres whom this person has declared as near relatives."""
    staff_id = staff if isinstance(staff, int) else staff.pk
    declared = Kinship.objects.filter(staff_id=staff_id, withdrawn_on__isnull=True).order_by("cadre_id")
    return frozenset(declared.values_list("cadre_id", flat=True))


def suited_staff(organ_id: int, *roles: Role) -> QuerySet[Staff]:
    """As ``staff_of``, with ``current_skills`` and ``current_former_posts`` at hand."""
    skills = StaffSkill.objects.filter(dropped_on__isnull=True).order_by("pk")
    posts = FormerPost.objects.filter(withdrawn_on__isnull=True).select_related("unit").order_by("pk")
    return staff_of(organ_id, *roles).prefetch_related(
        Prefetch("skills", skills, to_attr="current_skills"),
        Prefetch("former_posts", posts, to_attr="current_former_posts"),
    )


def _current() -> QuerySet[RoleGrant]:
    return RoleGrant.objects.filter(revoked_on__isnull=True)


def _with_grants(staff: QuerySet[Staff]) -> QuerySet[Staff]:
    grants = Prefetch("grants", _current().order_by("pk"), to_attr="current_grants")
    return staff.select_related("organ", "unit", "cadre__unit").prefetch_related(grants)

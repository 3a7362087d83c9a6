"""Near relatives among the cadres: declared once, asked before anything is shown (检控规则 48)."""

from datetime import date

from yixian.roster.access import Keeper, is_someone_else, may_declare_for
from yixian.roster.enums import Relation
from yixian.roster.keeping import kept, require_keeper
from yixian.roster.models import Cadre, Kinship, Staff
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal


class NotOwnKinship(Refusal):
    """Somebody declares for another, or lifts their own bar."""

    key = "not_own_kinship"


@leaves_trail("roster.declare_kinship")
def declare_kinship(*, by: Keeper, staff: Staff, cadre: Cadre, relation: Relation) -> Kinship:
    if not may_declare_for(by, staff):
        raise NotOwnKinship("近亲属关系由本人申报，或者由管理员代为登记。")
    return kept(Kinship(staff=staff, cadre=cadre, relation=relation))


@leaves_trail("roster.withdraw_kinship")
def withdraw_kinship(*, by: Keeper, kinship: Kinship, on: date) -> Kinship:
    """A mistaken declaration is lifted by the administrator, and stays as history."""
    require_keeper(by, kinship.staff.organ)
    if not is_someone_else(by, kinship.staff):
        raise NotOwnKinship("不能撤销自己的近亲属申报，请由另一名管理员核实后办理。")
    kinship.withdrawn_on = on
    return kept(kinship)

"""What every action of the roster checks first and does last: may this person, and does the record fit?"""

from typing import TypeVar

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Model

from yixian.roster.access import Keeper, may_keep_organ, may_keep_roster
from yixian.roster.models import Organ
from yixian.trail.refusal import Refusal

Record = TypeVar("Record", bound=Model)


class NotKeeper(Refusal):
    """Somebody other than the organ's administrator wants to change its roster."""

    key = "not_keeper"


class NotFit(Refusal):
    """The record breaks a rule of the roster; the message is the rule's own Chinese sentence."""

    key = "not_fit"


def require_keeper(by: Keeper, organ: Organ | None = None) -> None:
    """Refuse unless ``by`` keeps the roster, and this organ's when one is given."""
    if not may_keep_roster(by):
        raise NotKeeper("名册和账号由管理员维护，您没有管理员角色。")
    if organ is not None and not may_keep_organ(by, organ):
        raise NotKeeper(f"管理员只维护本机构及下级机构，不能修改“{organ}”的名册。")


def kept(record: Record) -> Record:
    """Save a checked record; a broken rule becomes a refusal fit for the screen."""
    try:
        record.full_clean()
    except ValidationError as error:
        raise NotFit("".join(_sentences(record, error))) from error
    record.save()
    return record


def _sentences(record: Model, error: ValidationError) -> list[str]:
    """Field errors with the field's Chinese label; the constraints' own sentences as they stand."""
    sentences = []
    for name, messages in error.message_dict.items():
        label = "" if name == NON_FIELD_ERRORS else f"{_label(record, name)}："
        sentences += [f"{label}{message}" for message in messages]
    return sentences


def _label(record: Model, name: str) -> str:
    return next(str(field.verbose_name) for field in record._meta.concrete_fields if field.name == name)

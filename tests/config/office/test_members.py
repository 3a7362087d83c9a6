import pytest

from yixian.config.office.members import Member, Unreadable, read_member
from yixian.config.office.organs import rows_of
from yixian.roster.enums import OrganLevel, Role


def test_a_person_is_read_with_several_roles() -> None:
    assert read_member("zhang.san:张三:纪委书记+承办人") == Member(
        "zhang.san", "张三", (Role.CHIEF, Role.HANDLER)
    )


def test_full_width_signs_will_do() -> None:
    assert read_member("QH／li.si：李四：管理员") == Member("li.si", "李四", (Role.ADMIN,), "QH")


def test_a_role_that_there_is_not_is_named_with_those_that_there_are() -> None:
    with pytest.raises(Unreadable, match="“主任”中有不认识的角色。可用的角色：接访员、承办人"):
        read_member("li.si:李四:主任")


@pytest.mark.parametrize("text", ["李四", "li.si:李四", "li.si::管理员", "Li:李四:管理员"])
def test_what_names_nobody_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        read_member(text)


def test_a_township_stands_below_its_county() -> None:
    county, town = rows_of("YX:云溪县纪委监委:云纪信", "QH:青禾镇纪委:青纪信").organs

    assert (county.level, town.level, town.parent) == (OrganLevel.COUNTY, OrganLevel.TOWNSHIP, "YX")


def test_an_organ_without_its_stem_is_refused() -> None:
    with pytest.raises(Unreadable, match="应写作"):
        rows_of("YX:云溪县纪委监委", "")

from dataclasses import replace

import pytest

from tests.roster.conftest import FOUNDING, acting
from yixian.roster.actions import (
    NotKeeper,
    RosterHasProblems,
    RosterRows,
    Tally,
    check_roster,
    import_roster,
)
from yixian.roster.enums import CadreLevel, OrganLevel, PetitionField, Role, UnitKind, VillageKind
from yixian.roster.models import Area, Cadre, Department, Organ, Unit, Village
from yixian.roster.workbook import (
    AreaRow,
    CadreRow,
    DepartmentRow,
    OrganRow,
    Problem,
    UnitRow,
    VillageRow,
)
from yixian.trail.queries import entries

COUNTY = OrganRow(code="YX", name="云溪县纪委监委", short_name="云纪信", level=OrganLevel.COUNTY, row=2)
TOWNSHIP = OrganRow(
    code="YX-QH",
    name="青禾镇纪委",
    short_name="青纪信",
    level=OrganLevel.TOWNSHIP,
    parent="YX",
    area="东片区",
    row=3,
)
SECRETARY = CadreRow(
    organ="YX-QH", unit="上禾村党支部", name="甲大山", post="书记", level=CadreLevel.VILLAGE, row=2
)
ROWS = RosterRows(
    organs=(TOWNSHIP, COUNTY),
    areas=(AreaRow(county="YX", name="东片区", row=2),),
    villages=(VillageRow(organ="YX-QH", name="上禾村", row=2),),
    units=(UnitRow(organ="YX-QH", name="上禾村党支部", kind=UnitKind.PARTY_BRANCH, village="上禾村", row=2),),
    cadres=(SECRETARY,),
    departments=(DepartmentRow(organ="YX", name="云溪县教育局", field=PetitionField.EDUCATION, row=2),),
)


def counts() -> list[int]:
    return [model.objects.count() for model in (Organ, Area, Village, Unit, Cadre, Department)]


def problems_of(**changes: object) -> list[str]:
    with pytest.raises(RosterHasProblems) as refused:
        import_roster(by=FOUNDING, rows=replace(ROWS, **changes))
    return [str(problem) for problem in refused.value.problems]


def test_a_whole_tree_comes_in_at_once_whatever_the_order_of_its_rows(db):
    imported = import_roster(by=FOUNDING, rows=ROWS)

    cadre = Cadre.objects.get()
    assert imported.tallies == (
        Tally("机构", 2, 0, 0),
        Tally("片区", 1, 0, 0),
        Tally("村（社区）", 1, 0, 0),
        Tally("单位", 1, 0, 0),
        Tally("干部", 1, 0, 0),
        Tally("部门", 1, 0, 0),
    )
    assert (cadre.unit.village.name, cadre.unit.organ.area.name) == ("上禾村", "东片区")
    assert [entry.act for entry in entries()] == ["roster.import_roster"]


def test_the_same_rows_a_second_time_change_nothing(db):
    import_roster(by=FOUNDING, rows=ROWS)

    again = import_roster(by=FOUNDING, rows=ROWS)

    assert [(tally.added, tally.changed) for tally in again.tallies] == [(0, 0)] * 6
    assert counts() == [2, 1, 1, 1, 1, 1]


def test_what_differs_is_updated_in_place(db):
    import_roster(by=FOUNDING, rows=ROWS)
    township = replace(TOWNSHIP, name="青禾镇纪委监察办", area="")
    village = VillageRow(organ="YX-QH", name="上禾村", kind=VillageKind.COMMUNITY, row=2)
    secretary = replace(SECRETARY, party_member=True, is_active=False)

    imported = import_roster(
        by=FOUNDING, rows=RosterRows(organs=(township,), villages=(village,), cadres=(secretary,))
    )

    assert [(tally.sheet, tally.changed) for tally in imported.tallies] == [
        ("机构", 1),
        ("村（社区）", 1),
        ("干部", 1),
    ]
    assert Organ.objects.get(code="YX-QH").area is None
    assert Village.objects.get().kind == VillageKind.COMMUNITY
    assert (Cadre.objects.get().party_member, Cadre.objects.get().is_active) == (True, False)


def test_a_lone_person_whose_post_changed_is_the_same_person(db):
    import_roster(by=FOUNDING, rows=ROWS)

    import_roster(by=FOUNDING, rows=RosterRows(cadres=(replace(SECRETARY, post="委员"),)))

    assert [cadre.post for cadre in Cadre.objects.all()] == ["委员"]


def test_two_people_of_one_name_are_told_apart_by_their_posts(db):
    import_roster(by=FOUNDING, rows=ROWS)

    import_roster(by=FOUNDING, rows=RosterRows(cadres=(SECRETARY, replace(SECRETARY, post="委员", row=3))))

    assert [cadre.post for cadre in Cadre.objects.order_by("pk")] == ["书记", "委员"]


def test_with_one_problem_nothing_at_all_is_imported(db):
    stray = replace(SECRETARY, unit="没有的村委会", row=7)

    problems = problems_of(cadres=(SECRETARY, stray))

    assert problems == ["“干部”表第7行：“青禾镇纪委”没有名为“没有的村委会”的单位，请先写入“单位”表。"]
    assert counts() == [0, 0, 0, 0, 0, 0]
    assert [(entry.outcome, entry.why) for entry in entries()] == [("refused", "roster_has_problems")]


def test_the_sentence_of_the_refusal_says_how_many_problems(db):
    with pytest.raises(RosterHasProblems) as refused:
        import_roster(by=FOUNDING, rows=RosterRows(problems=(Problem("干部", 2, "“姓名”没有填写。"),)))

    assert str(refused.value) == "名册没有导入：有 1 处问题，请逐条改好后重新导入。"


def test_every_kind_of_misplaced_row_is_named(db):
    problems = problems_of(
        organs=(
            COUNTY,
            TOWNSHIP,
            replace(TOWNSHIP, code="A", parent="", row=4),
            replace(TOWNSHIP, code="B", parent="YX-QH", row=5),
            replace(TOWNSHIP, code="C", area="西片区", row=6),
            replace(COUNTY, code="D", parent="YX", row=7),
            replace(TOWNSHIP, row=8),
        ),
        areas=(AreaRow(county="YX", name="东片区", row=2), AreaRow(county="Z", name="南片区", row=3)),
        villages=(VillageRow(organ="YX-QH", name="上禾村"), VillageRow(organ="YX", name="县城村", row=3)),
        units=(
            *ROWS.units,
            UnitRow(organ="YX-QH", name="下禾村委会", kind=UnitKind.OTHER, village="下禾村", row=3),
        ),
        cadres=(SECRETARY, replace(SECRETARY, row=3)),
        departments=(DepartmentRow(organ="YX-QH", name="镇教育办", field=PetitionField.EDUCATION, row=2),),
    )

    assert problems == [
        "“机构”表第8行：与第3行重复。",
        "“机构”表第7行：县级机构不填上级机构代码和片区。",
        "“片区”表第3行：机构代码“Z”不在“机构”表中，名册里也没有。",
        "“机构”表第4行：乡镇（街道）须填写上级机构代码。",
        "“机构”表第5行：“青禾镇纪委”不是县级机构。",
        "“机构”表第6行：片区“西片区”不在“片区”表中，名册里也没有。",
        "“村（社区）”表第3行：村（社区）须属于乡镇（街道），“云溪县纪委监委”是县级机构。",
        "“单位”表第3行：“青禾镇纪委”没有名为“下禾村”的村（社区）。",
        "“干部”表第3行：与第2行重复。",
        "“部门”表第2行：部门属于县一级，“青禾镇纪委”不是县级机构。",
    ]


def test_an_organ_does_not_change_its_level(db):
    import_roster(by=FOUNDING, rows=ROWS)

    as_county = problems_of(organs=(COUNTY, replace(TOWNSHIP, level=OrganLevel.COUNTY, parent="", area="")))
    as_township = problems_of(organs=(replace(COUNTY, level=OrganLevel.TOWNSHIP, parent="YX"),))

    assert as_county == ["“机构”表第3行：“青禾镇纪委”已登记为乡镇（街道）机构，不能改变层级。"]
    assert as_township == ["“机构”表第2行：“云溪县纪委监委”已登记为县级机构，不能改变层级。"]


def test_an_administrator_imports_the_own_township_and_nothing_of_the_neighbour(admin, neighbour):
    own = RosterRows(
        organs=(replace(TOWNSHIP, name="青禾镇纪检监察办"),),
        villages=(VillageRow(organ="YX-QH", name="上禾村"),),
    )
    foreign = RosterRows(villages=(VillageRow(organ="YX-BQ", name="白石村", row=2),))

    imported = import_roster(by=admin, rows=own)
    with pytest.raises(RosterHasProblems) as refused:
        import_roster(by=admin, rows=foreign)

    assert [(tally.added, tally.changed) for tally in imported.tallies] == [(0, 1), (1, 0)]
    assert [str(problem) for problem in refused.value.problems] == [
        "“村（社区）”表第2行：“白泉镇纪委”不归您维护：管理员只维护本机构及下级机构。"
    ]


def test_an_administrator_founds_no_county_and_no_sister_township(admin):
    rows = RosterRows(
        organs=(replace(COUNTY, code="ZZ", row=2), replace(TOWNSHIP, code="YX-NEW", area="", row=3))
    )

    with pytest.raises(RosterHasProblems) as refused:
        import_roster(by=admin, rows=rows)

    assert [str(problem) for problem in refused.value.problems] == [
        "“机构”表第2行：县级机构由安装程序建立，不能从名册中新增。",
        "“机构”表第3行：“云溪县纪委监委”不归您维护：管理员只维护本机构及下级机构。",
    ]


def test_a_dry_run_foretells_and_leaves_nothing_but_its_trail(db):
    foretold = check_roster(by=FOUNDING, rows=ROWS)
    left = counts()

    done = import_roster(by=FOUNDING, rows=ROWS)

    assert left == [0, 0, 0, 0, 0, 0]
    assert foretold == done
    assert [entry.act for entry in entries()] == ["roster.import_roster", "roster.check_roster"]


def test_a_dry_run_with_problems_lists_them_without_refusing(db):
    rows = replace(ROWS, cadres=(replace(SECRETARY, organ="没有", row=2),))

    checked = check_roster(by=FOUNDING, rows=rows)

    assert [str(problem) for problem in checked.problems] == [
        "“干部”表第2行：机构代码“没有”不在“机构”表中，名册里也没有。"
    ]


def test_a_clerk_cannot_import_or_try(clerk):
    by = acting(clerk, Role.CLERK)

    with pytest.raises(NotKeeper):
        import_roster(by=by, rows=ROWS)
    with pytest.raises(NotKeeper):
        check_roster(by=by, rows=ROWS)

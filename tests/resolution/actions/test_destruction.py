from dataclasses import replace
from datetime import date

import pytest

from tests.reception.township import LETTER, REPORTER, SECRETARY
from tests.resolution.actions.test_filing import closed, put_away, put_away_for_ever
from tests.resolution.actions.test_keeping import held
from tests.resolution.disposing import DESTROY, KEEP, OVER, agreed, appraised, approved, drawn_up
from tests.scenes import scene
from yixian.protection.permits import NotPermitted
from yixian.protection.texts import TextMissing, read_text
from yixian.reception.discretion import GivesAway
from yixian.resolution.actions import (
    ListChanged,
    NobodyElseApproves,
    NotEveryFile,
    NothingToDestroy,
    OpinionFacts,
    StillOver,
    TooFewPeople,
    appraise_files,
    approve_destruction,
    draw_up_destruction,
    print_destruction_list,
    read_destruction,
    return_destruction,
)
from yixian.resolution.enums import AppraisalOpinion, DestructionState, ListedState
from yixian.resolution.models import Appraisal, ArchiveFile, DestructionList, Extension
from yixian.resolution.queries.destruction import files_to_appraise, lists_of
from yixian.roster.enums import Role
from yixian.roster.models import RoleGrant
from yixian.trail.steps import NotInThisState

WHY = "近期可能查考"


@scene
def two_files(town) -> tuple[ArchiveFile, ArchiveFile]:
    return put_away(town, closed(town)), put_away(town, closed(town), piece=2)


def states(listing) -> list[str]:
    return list(listing.files.order_by("position").values_list("state", flat=True))


def test_a_list_is_drawn_from_what_is_past_its_term_neither_held_nor_permanent(town):
    file, stays = put_away(town, closed(town)), put_away(town, closed(town), piece=3)
    held(town, stays)
    put_away_for_ever(town)

    listing = drawn_up(town)

    row = listing.files.get()
    assert (listing.number, listing.state, row.file) == ("销毁〔2057〕1号", DestructionState.REVIEWING, file)
    assert (row.year, row.papers, row.pages, row.kept_until) == (2026, 6, 6, date(2056, 12, 31))
    assert read_text(row, "title", by=town["clerk"], about=listing) == "低保发放"


def test_nothing_is_listed_on_the_last_day_of_its_term(town):
    file = put_away(town, closed(town))

    with pytest.raises(NothingToDestroy):
        drawn_up(town, on=date(2056, 12, 31))
    with pytest.raises(ListChanged):
        draw_up_destruction(by=town["clerk"], listed=[file.uid], left_out={}, on=date(2056, 12, 31))

    assert DestructionList.objects.count() == 0


def test_a_file_is_left_out_only_with_a_reason_that_names_no_reporter(town):
    first, second = two_files(town)

    for reason, refusal in ((" ", TextMissing), (f"{REPORTER.name}要查", GivesAway)):
        with pytest.raises(refusal):
            drawn_up(town, left_out={second.uid: reason})
    listing = drawn_up(town, left_out={second.uid: WHY})

    assert states(listing) == [ListedState.WAITING, ListedState.LEFT_OUT]
    assert read_text(listing.files.last(), "reason", by=town["clerk"], about=listing) == WHY
    assert files_to_appraise(town["clerk"], OVER) == [second]
    assert first.listings.get().listing == listing


def test_what_the_drafter_did_not_see_changes_the_list(town):
    first, _ = two_files(town)

    with pytest.raises(ListChanged):
        draw_up_destruction(by=town["clerk"], listed=[first.uid], left_out={}, on=OVER)


def test_a_file_stands_on_one_open_list(town):
    put_away(town, closed(town))
    listing = drawn_up(town)

    with pytest.raises(NothingToDestroy):
        drawn_up(town, by="handler")
    return_destruction(by=town["chief"], listing=listing, reason="重新核对", on=OVER)

    assert drawn_up(town, by="handler").number == "销毁〔2057〕2号"


def test_an_office_with_too_few_people_is_told_what_to_do(town):
    put_away(town, closed(town))
    few = [town.staff[each].pk for each in ("clerk", "chief", "handler")]
    RoleGrant.objects.exclude(staff__in=few).update(revoked_on=OVER)

    with pytest.raises(TooFewPeople, match=r"只有2人能办.*上级纪委监委派人"):
        drawn_up(town)


def test_the_only_chief_neither_draws_up_nor_appraises(town):
    put_away(town, closed(town))
    others = RoleGrant.objects.filter(role=Role.CHIEF).exclude(staff=town.staff["chief"])
    others.update(revoked_on=OVER)

    with pytest.raises(TooFewPeople, match="没有人能够批准"):
        drawn_up(town, by="chief")
    with pytest.raises(NobodyElseApproves):
        appraised(town, drawn_up(town), "chief")

    assert Appraisal.objects.count() == 0


def test_both_for_destroying_and_the_list_waits_for_the_chief(town):
    put_away(town, closed(town))

    listing = agreed(town)

    assert (listing.state, states(listing)) == (DestructionState.REVIEWED, [ListedState.AGREED])


@pytest.mark.parametrize("said", [(DESTROY, KEEP), (KEEP, DESTROY), (KEEP, KEEP)])
def test_one_who_would_keep_a_file_keeps_it_and_its_term_is_extended(town, said):
    file = put_away(town, closed(town))
    listing = drawn_up(town)
    for who, opinion in zip(("handler", "deputy"), said, strict=True):
        appraised(town, listing, who, opinion)
    assert states(listing) == [ListedState.TO_KEEP]

    done = approve_destruction(by=town["chief"], listing=listing, on=OVER)

    file.refresh_from_db()
    assert states(done) == [ListedState.KEPT]
    assert (done.state, file.kept_until) == (DestructionState.ALL_KEPT, date(2066, 12, 31))
    why = read_text(Extension.objects.get(), "reason", by=town["chief"], about=file.matter)
    assert why.startswith("销毁〔2057〕1号销毁鉴定，继续保存：可能有申诉")


def test_the_longer_of_two_terms_counts_and_for_ever_is_the_longest(town):
    file = put_away(town, closed(town))
    listing = drawn_up(town)
    appraised(town, listing, "handler", KEEP)
    appraised(town, listing, "deputy", replace(KEEP, years=None))

    approve_destruction(by=town["chief"], listing=listing, on=OVER)

    file.refresh_from_db()
    assert file.kept_until is None


def test_a_reviewer_sees_the_other_opinion_only_after_giving_the_own(town):
    put_away(town, closed(town))
    listing = drawn_up(town)
    appraised(town, listing, "handler", KEEP)

    seen = {who: read_destruction(by=town[who], listing=listing) for who in ("handler", "deputy", "chief")}
    assert [len(each.opinions) for each in seen.values()] == [1, 0, 0]
    assert list(seen["handler"].said.values()) == ["可能有申诉"]
    assert "可能有申诉" not in print_destruction_list(by=town["deputy"], listing=listing, on=OVER).text
    listing = appraised(town, listing, "deputy")

    assert len(read_destruction(by=town["deputy"], listing=listing).opinions) == 2


def test_who_drew_it_up_does_not_appraise_and_nobody_appraises_twice(town):
    put_away(town, closed(town))
    listing = drawn_up(town)

    with pytest.raises(NotPermitted, match="编制人以外"):
        appraised(town, listing, "clerk")
    appraised(town, listing, "handler")
    with pytest.raises(NotPermitted, match="没有参加鉴定"):
        appraised(town, listing, "handler")

    assert states(listing) == [ListedState.WAITING]


def test_an_opinion_is_given_of_each_file(town):
    two_files(town)
    listing = drawn_up(town)
    one = {listing.files.first().uid: DESTROY}

    with pytest.raises(NotEveryFile):
        appraise_files(by=town["handler"], listing=listing, opinions=one, on=OVER)

    assert Appraisal.objects.count() == 0


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        (OpinionFacts(AppraisalOpinion.KEEP, " ", 10), TextMissing),
        (OpinionFacts(AppraisalOpinion.KEEP, f"{REPORTER.name}要看", 10), GivesAway),
        (OpinionFacts(AppraisalOpinion.KEEP, WHY, 0), StillOver),
    ],
)
def test_keeping_takes_a_reason_and_a_term_that_is_longer(town, said, refusal):
    put_away(town, closed(town))
    listing = drawn_up(town)

    with pytest.raises(refusal):
        appraised(town, listing, "handler", said)

    assert Appraisal.objects.count() == 0


def test_the_chief_approves_and_never_a_reviewer(town):
    put_away(town, closed(town))
    listing = agreed(town)

    with pytest.raises(NotPermitted):
        approve_destruction(by=town["handler"], listing=listing, on=OVER)
    done = approve_destruction(by=town["chief"], listing=listing, on=OVER)

    assert (done.state, done.decided_by_id) == (DestructionState.APPROVED, town["chief"].staff_id)


def test_a_list_is_returned_with_a_reason_and_nothing_more_is_done_with_it(town):
    put_away(town, closed(town))
    listing = return_destruction(by=town["chief"], listing=approved(town), reason="重新核对", on=OVER)

    with pytest.raises(NotInThisState):
        approve_destruction(by=town["chief"], listing=listing, on=OVER)

    assert (listing.state, states(listing)) == (DestructionState.RETURNED, [ListedState.RETURNED])
    assert read_destruction(by=town["clerk"], listing=listing).note == "重新核对"


def test_whoever_must_not_know_of_one_file_never_meets_the_list(town):
    put_away(town, closed(town, replace(LETTER, reported=(SECRETARY,))))
    listing = drawn_up(town)

    for who in ("reported", "relative", "colleague"):
        assert list(lists_of(town[who])) == []
        with pytest.raises(NotPermitted) as refused:
            read_destruction(by=town[who], listing=listing)
        assert refused.value.hidden

    assert list(lists_of(town["handler"])) == [listing]


def test_the_paper_lists_each_file_and_names_no_reporter(town):
    first, second = two_files(town)
    listing = drawn_up(town, left_out={second.uid: WHY})

    text = print_destruction_list(by=town["clerk"], listing=listing, on=OVER).text

    assert f"1．{first.number}　低保发放　2026年度　30年　2056年12月31日到期　6件6页　待鉴定" in text
    assert f"没有列入：{WHY}" in text
    assert REPORTER.name not in text

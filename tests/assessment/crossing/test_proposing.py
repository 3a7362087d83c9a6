"""What is weighed among those who may: load, skills, continuity, the area; and that the answer is always the same."""

import random
import time

from tests.assessment.crossing.people import everyone, handler, matter, proposal
from yixian.assessment.crossing import NoProposal, Proposal, propose


def test_lead_and_second_are_two_people_of_one_township():
    answer = proposal(matter(), everyone())

    assert answer.pair.lead.id != answer.pair.second.id
    assert answer.pair.lead.township == answer.pair.second.township


def test_whoever_has_done_least_comes_first():
    people = [each for town in (2, 3) for each in (handler(town, 1, load=40), handler(town, 2, load=40))]
    people += [handler(4, 1, load=10), handler(4, 2, load=12)]

    assert proposal(matter(), people).pair.lead.id == 41


def test_a_skill_outweighs_a_small_difference_of_load():
    people = [handler(2, 1), handler(2, 2), handler(3, 1, load=3, skills=frozenset({"工程"})), handler(3, 2)]

    assert proposal(matter(skills=frozenset({"工程"})), people).pair.lead.id == 31


def test_a_large_difference_of_load_outweighs_a_skill():
    people = [handler(2, 1), handler(2, 2), handler(3, 1, load=60, skills=frozenset({"工程"})), handler(3, 2)]

    assert proposal(matter(skills=frozenset({"工程"})), people).pair.lead.id != 31


def test_whoever_handled_the_matter_before_goes_on():
    people = [*everyone(places=2)]

    assert proposal(matter(previous=frozenset({42})), people).pair.lead.id == 42


def test_the_own_area_comes_before_another():
    people = [handler(5, 1), handler(5, 2), handler(3, 1, load=4), handler(3, 2, load=4)]

    assert proposal(matter(), people).pair.lead.township == 3


def test_another_area_helps_when_the_own_has_nobody():
    answer = proposal(matter(closed_townships=frozenset({2, 3, 4})), everyone())

    assert answer.pair.lead.area == 2
    assert "本片区内没有更合适的人员，从邻近片区提出。" in answer.reasons


def test_the_reasons_are_sentences_about_the_handlers():
    people = [
        handler(2, 1, skills=frozenset({"查账"}), load=4, in_hand=1),
        handler(2, 2, load=10),
        handler(3, 1, load=16),
        handler(3, 2, load=18),
    ]

    answer = proposal(matter(skills=frozenset({"查账", "土地"}), previous=frozenset({21})), people)

    assert answer.reasons == (
        "人21、人22都在2镇，与被反映一方不在一个乡镇（街道），没有查到应当回避的亲属、任职关系。",
        "在同一片区，路近，便于往返。",
        "主办人21有查账专长；两人都没有登记土地专长，请考虑请人协助。",
        "人21办过同一事项的来件，情况熟悉。",
        "人21本年交叉办理4分，比可选人员平均少8分；手上1件，最多12件。",
    )
    assert answer.runner_up is not None
    assert answer.why_second == (
        "没有排在首位，是因为主办人没有登记查账专长，没有办过这一事项，主办人本年已办16分，多12分。"
    )


def test_the_runner_up_is_of_another_township_where_there_is_one():
    answer = proposal(matter(), [*(handler(2, n) for n in (1, 2, 3)), handler(3, 1, load=50), handler(3, 2)])

    assert answer.runner_up is not None
    assert (answer.pair.lead.township, answer.runner_up.lead.township) == (2, 3)


def test_equals_are_said_to_be_equal():
    assert proposal(matter(), everyone()).why_second == "总体条件与首选相近，可以替换。"


def test_without_another_pair_it_is_said():
    turned_round = proposal(matter(), [handler(2, 1), handler(2, 2)]).runner_up
    left_alone = proposal(matter(declined=frozenset({21, 22, 23, 31, 32, 33})), everyone(places=3)[9:12])

    assert turned_round is not None
    assert turned_round.lead.id == 22
    assert left_alone.runner_up is not None


def test_a_batch_is_spread_and_not_piled_on_one():
    answers = propose([matter(f"m{n}") for n in range(6)], everyone(places=2))

    leads = [answer.pair.lead.id for answer in answers if isinstance(answer, Proposal)]
    assert sorted(leads) == [21, 22, 31, 32, 41, 42]


def test_the_last_free_township_is_left_to_the_matter_that_has_no_other():
    people = [handler(town, place, capacity=1) for town in (2, 3) for place in (1, 2)]
    narrow = matter("m2", closed_townships=frozenset({3}))

    wide_answer, narrow_answer = propose([matter("m1", previous=frozenset({21})), narrow], people)

    assert isinstance(wide_answer, Proposal)
    assert isinstance(narrow_answer, Proposal)
    assert (wide_answer.pair.lead.township, narrow_answer.pair.lead.township) == (3, 2)


def test_beyond_the_room_nobody_is_proposed():
    people = [handler(2, place, capacity=2) for place in (1, 2)]

    answers = propose([matter(f"m{n}") for n in range(3)], people)

    assert [type(answer) for answer in answers] == [Proposal, Proposal, NoProposal]


def test_the_same_facts_in_another_order_give_the_same_answer():
    draw = random.Random(8)  # noqa: S311 - an order, no secret
    people = everyone(places=5)
    matters = [
        matter(f"m{n:02}", difficulty=draw.randint(1, 5), township=draw.randint(1, 6)) for n in range(40)
    ]

    answers = propose(matters, people)

    draw.shuffle(matters)
    draw.shuffle(people)
    assert propose(matters, people) == answers


def test_fifty_matters_and_thirty_handlers_take_less_than_a_second():
    people = everyone(places=5)
    matters = [matter(f"m{n:02}", township=n % 6 + 1, difficulty=n % 5 + 1) for n in range(50)]

    started = time.process_time()
    answers = propose(matters, people)

    assert time.process_time() - started < 1
    assert all(isinstance(answer, Proposal) for answer in answers)

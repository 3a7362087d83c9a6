"""信访条例: what must, may and may not be done."""

from yixian.regulations import petition_regulations as regulations


def test_five_representatives_may_come_and_six_may_not():
    assert regulations.may_receive_representatives(5)
    assert regulations.may_receive_representatives(6).blocks


def test_an_accusation_goes_to_the_commission():
    assert regulations.must_transfer_to_commission(is_accusation=True)
    assert not regulations.must_transfer_to_commission(is_accusation=False)


def test_an_answer_on_the_spot_needs_no_paper():
    assert regulations.must_answer_in_writing(answered_on_the_spot=False)
    assert not regulations.must_answer_in_writing(answered_on_the_spot=True)


def test_staff_with_an_interest_recuse():
    assert regulations.must_recuse_staff(direct_interest=True)
    assert not regulations.must_recuse_staff(direct_interest=False)


def test_after_the_second_review_the_same_facts_are_not_accepted_again():
    assert regulations.may_accept_after_second_review(same_facts=True).blocks
    assert regulations.may_accept_after_second_review(same_facts=False)


def test_an_opinion_states_request_facts_opinion_and_legal_basis():
    assert regulations.must_state_in_opinion()[:4] == (
        "信访人投诉请求",
        "事实和理由",
        "处理意见",
        "法律法规依据",
    )


def test_retaliation_and_leaks_are_refused():
    assert regulations.may_retaliate_or_leak().blocks

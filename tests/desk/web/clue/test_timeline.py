from tests.desk.sitting import page, sit
from tests.resolution.casework import with_team
from tests.resolution.verifying import a_fact, an_item
from yixian.resolution.models import DatedFact


def test_facts_stand_in_the_order_of_their_days_with_the_rules_of_the_time(town):
    clue, member = with_team(town), sit(town, "deputy")
    item = an_item(town, clue)
    base = f"/desk/clues/{clue.pk}"

    member.post(f"{base}/record-fact", {"when": "2019", "text": "续签合同。", "subject": ""})
    member.post(
        f"{base}/record-fact",
        {"when": "1998-05", "text": "签订承包合同。", "subject": "discipline", "items": [item.pk]},
    )

    work = page(member.get(f"{base}/work"))
    assert work.index("签订承包合同。") < work.index("续签合同。")
    assert "中国共产党纪律处分条例（试行）" in work
    assert "on=1998-05&amp;subject=discipline" in work
    assert "1998年5月" in work


def test_a_fact_is_corrected_with_what_stood_there_before(town):
    clue, member = with_team(town), sit(town, "deputy")
    fact, base = a_fact(town, clue), f"/desk/clues/{clue.pk}"

    form = page(member.get(f"{base}/correct-fact/{fact.pk}"))
    member.post(f"{base}/correct-fact/{fact.pk}", {"when": "1998-06", "text": "六月签的。", "subject": ""})

    work = page(member.get(f"{base}/work"))
    assert "鱼塘承包给外村人" in form
    assert 'value="1998-05"' in form
    assert "已更正" in work
    assert member.get(f"{base}/correct-fact/{fact.pk}").status_code == 302


def test_a_fact_is_struck_with_its_reason(town):
    clue, member = with_team(town), sit(town, "deputy")
    fact, base = a_fact(town, clue), f"/desk/clues/{clue.pk}"

    member.post(f"{base}/strike-fact/{fact.pk}", {"reason": "查无此事"})

    assert "划去的原因：查无此事" in page(member.get(f"{base}/work"))


def test_a_fact_without_a_day_keeps_what_was_typed(town):
    clue, member = with_team(town), sit(town, "deputy")

    answer = member.post(f"/desk/clues/{clue.pk}/record-fact", {"when": "早年", "text": "签了合同。"})

    assert "知道到哪里就写到哪里" in page(answer)
    assert "签了合同。" in page(answer)
    assert DatedFact.objects.count() == 0

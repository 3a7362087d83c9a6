import csv
import io
from dataclasses import replace
from zipfile import ZipFile

import pytest

from tests.reception.township import LETTER, REPORTER, STRANGER, WEDNESDAY
from tests.resolution.actions.test_closing import mark
from tests.resolution.actions.test_filing import closed, put_away
from tests.resolution.casework import an_outcome, with_team
from tests.resolution.reviewing import answered
from tests.resolution.verifying import a_photo, a_talk, an_item
from tests.scenes import scene
from tests.toolkit.files.samples import jpeg
from yixian.assessment.models import Matter
from yixian.protection.permits import NotPermitted
from yixian.protection.texts import TextMissing, read_text
from yixian.reception.actions import attach_files, give_feedback
from yixian.reception.discretion import GivesAway
from yixian.reception.enums import AttachmentKind, FeedbackWay, ReadBackWay
from yixian.regulations.classes import ClosingWay
from yixian.regulations.completions import Completion
from yixian.regulations.outcomes import VerificationOutcome
from yixian.resolution.actions import (
    TooLarge,
    close_clue,
    close_matter,
    decide_outcome,
    decide_report,
    export_file,
    exporting,
    read_back_talk,
    sign_talk,
    submit_report,
)
from yixian.resolution.electronic import gather
from yixian.resolution.electronic.opener import Opener
from yixian.resolution.enums import TalkSigned
from yixian.resolution.models import Clue, FileExport
from yixian.toolkit.bags import check_bag, sha256
from yixian.toolkit.files import CleanFile, FileKind
from yixian.trail.queries import entries

REASON = "移交县档案馆"


@scene
def worked(town, facts=LETTER):
    """A matter with evidence, a talk and a file that came with its report, put away."""
    clue = with_team(town, facts)
    an_item(town, clue, file=a_photo())
    talk = a_talk(town, clue)
    read_back_talk(by=town["deputy"], talk=talk, way=ReadBackWay.ALOUD, corrections="", on=WEDNESDAY)
    sign_talk(by=town["deputy"], talk=talk, as_=TalkSigned.PAPER, reason="", on=WEDNESDAY)
    report = clue.matter.links.get().report
    photo = CleanFile(FileKind.JPEG, f"{REPORTER.name}的照片.jpg", jpeg())
    attach_files(by=town["clerk"], report=report, files=[photo], kind=AttachmentKind.PHOTO, on=WEDNESDAY)
    submitted = submit_report(
        by=town["handler"],
        clue=clue,
        content="经查，名单未公示。",
        proposal=VerificationOutcome.REMINDER_TALK,
        on=WEDNESDAY,
    )
    clue = decide_report(by=town["chief"], report=submitted, approved=True, on=WEDNESDAY).clue
    for person in report.people.order_by("position"):
        decide_outcome(
            by=town["chief"], outcome=an_outcome(town, clue, person.pk), approved=True, on=WEDNESDAY
        )
    clue = Clue.objects.get(pk=clue.pk)
    close_clue(by=town["handler"], clue=clue, way=ClosingWay.DEALT_WITH, on=WEDNESDAY)
    give_feedback(by=town["chief"], report=report, way=FeedbackWay.MAILBOX, text="已公示。", on=WEDNESDAY)
    matter = Matter.objects.get(pk=clue.matter_id)
    mark(town, matter, *Completion)
    return put_away(town, close_matter(by=town["chief"], matter=matter, on=WEDNESDAY))


def export(town, file, by="chief", **changes):
    asked = {"reason": REASON, "looked_through": True, "on": WEDNESDAY, **changes}
    return export_file(by=town[by], file=file, **asked)


def opened(content: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(content)) as found:
        return {each.partition("/")[2]: found.read(each) for each in found.namelist()}


def index(files: dict[str, bytes]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files["index.csv"].decode("utf-8-sig"))))


def test_the_package_holds_each_paper_in_the_order_of_the_file_and_verifies(town, tmp_path):
    made = export(town, worked(town))
    target = tmp_path / "a.zip"
    target.write_bytes(made.content)

    titles = [each["题名"].split("（线")[0].split("（来件")[0] for each in index(opened(made.content))]

    assert titles == [
        "卷宗封面、卷内目录和备考表",
        "被反映人（1）处理意见和审批",
        "核查报告和审批",
        "问题线索登记",
        "初步核实处置意见和审批",
        "核查方案",
        "证据目录",
        "证据1（书证，复制件）",
        "谈话笔录（1）",
        "来件内容",
        "现场照片（1）",
        "反馈记录",
    ]
    checked = check_bag(target)
    assert (checked.wrong, checked.fingerprint) == ((), made.record.fingerprint)
    assert (made.record.papers, made.record.left_out) == (12, 0)


def test_evidence_goes_in_as_it_was_taken_and_papers_as_pdf(town):
    files = opened(export(town, worked(town)).content)

    rows = {each["题名"].split("（")[0]: each for each in index(files)}

    evidence = files[rows["证据1"]["文件"]]
    assert sha256(evidence) == rows["证据1"]["SHA-256"]
    assert evidence[:2] == b"\xff\xd8"
    assert files[rows["核查报告和审批"]["文件"]][:5] == b"%PDF-"


def test_the_index_opens_in_a_browser_without_a_script_or_anything_from_elsewhere(town):
    page = opened(export(town, worked(town)).content)["index.html"].decode()

    assert "default-src 'none'" in page
    assert [each for each in ("<script", "http://", "https://", "onclick") if each in page] == []
    assert 'href="data/001-卷宗封面、卷内目录和备考表.pdf"'.replace("、", "-") in page


def test_nothing_in_the_package_names_who_reported(town):
    files = opened(export(town, worked(town)).content)

    told = "".join(
        [
            *files,
            *(content.decode("utf-8", "ignore") for name, content in files.items() if "data/" not in name),
        ]
    )
    assert [each for each in (REPORTER.name, REPORTER.phone) if each in told] == []
    assert STRANGER.name not in told  # the index names papers by their kind, never a person


def test_a_letter_that_names_its_reporter_is_named_and_left_out(town):
    letter = replace(LETTER, account=f"我叫{REPORTER.name}，{LETTER.account}")

    made = export(town, worked(town, letter))

    row = next(each for each in index(opened(made.content)) if each["题名"].startswith("来件内容"))
    assert (row["文件"], row["说明"]) == ("", "写有举报人的情况，另行封存，没有装入")
    assert made.record.left_out == 1


def test_files_that_nobody_looked_through_stay_out(town):
    made = export(town, worked(town), looked_through=False)

    row = next(each for each in index(opened(made.content)) if each["题名"].startswith("现场照片"))
    assert (row["文件"], row["SHA-256"], row["说明"]) == ("", "", "没有逐份看过是否写明举报人，没有装入")


def test_an_export_is_on_record_with_its_sealed_reason_and_each_opening_in_the_trail(town):
    file = worked(town)
    before = entries().filter(act="resolution.open_evidence").count()

    record = export(town, file).record

    assert read_text(record, "reason", by=town["clerk"], about=file.matter) == REASON
    assert record.exported_by_id == town["chief"].staff_id
    assert entries().filter(act="resolution.export_file").count() == 1
    assert entries().filter(act="resolution.open_evidence").count() == before + 1


@pytest.mark.parametrize("who", ["clerk", "handler", "analyst"])
def test_nobody_but_the_chief_exports(town, who):
    file = put_away(town, closed(town))

    with pytest.raises(NotPermitted):
        export(town, file, by=who)

    assert not FileExport.objects.exists()


@pytest.mark.parametrize(("reason", "refusal"), [("  ", TextMissing), (f"给{REPORTER.name}", GivesAway)])
def test_a_reason_is_needed_and_does_not_name_the_reporter(town, reason, refusal):
    with pytest.raises(refusal):
        export(town, put_away(town, closed(town)), reason=reason)

    assert not FileExport.objects.exists()


def test_a_file_that_is_too_large_is_refused_with_what_to_do(town, monkeypatch):
    monkeypatch.setattr(exporting, "MOST_BYTES", 1000)

    with pytest.raises(TooLarge, match="请逐份保存"):
        export(town, put_away(town, closed(town)))


def test_what_the_county_wrote_is_the_countys(town):
    review = answered(town)
    opener = Opener(town["chief"], review.report.clue.matter, True, WEDNESDAY)

    written = next(each for each in gather(opener) if each.line.title.startswith("县审意见"))

    assert written.line.author == review.to_organ.name

"""谈话笔录 on paper: the head, who was told what, questions and answers, and the lines to sign on."""

from collections.abc import Mapping

from yixian.reception.actions import FilledPaper
from yixian.resolution.models import Talk
from yixian.toolkit.documents import Paper
from yixian.toolkit.wording import cn_date

HEAD, WIDTHS = ("项目", "内容"), (3.2, 12.4)
TOLD = (
    "告知：我们是{organ}的工作人员，现依规依纪依法向您了解情况。您应当如实回答，不得隐瞒、编造；您有权核对笔录，"
    "记录有遗漏或者差错的，可以补充、改正；您可以依规申请有关人员回避。"
)
STOOD_BY = "以上笔录我看过（或者向我宣读过），和我说的相符。"


def talk_record(
    *, talk: Talk, words: Mapping[str, str], organ: str, present: str, corrections: str, reason: str
) -> FilledPaper:
    """The record as it stands; what was put right and why nobody signed stand in it too."""
    paper = Paper(subject="谈话笔录")
    paper.title("谈话笔录")
    paper.subtitle(f"{organ}　{talk}" + (f"（更正{talk.corrects}）" if talk.corrects else ""))
    rows = (
        ("谈话日期", f"{cn_date(talk.held_on)}　　时　　分至　　时　　分"),
        ("地点", words["place"]),
        ("谈话人", present),
        ("记录人", talk.written_by.name),
        ("被谈话人", "，".join(each for each in (words["person"], words["post"]) if each)),
        ("事由", words["why"]),
    )
    paper.table(HEAD, rows, widths=WIDTHS)
    paper.body(TOLD.format(organ=organ))
    for line in words["talk"].splitlines():
        if line.strip():
            paper.body(line.strip())
    if corrections:
        paper.body(f"核对时更正：{corrections}")
    if reason:
        paper.body(f"被谈话人拒绝签名，原因：{reason}")
    paper.body(STOOD_BY)
    paper.body("被谈话人（逐页签名）：　　　　　　　年　　月　　日")
    paper.body("谈话人：　　　　　　　　　记录人：")
    return FilledPaper(paper.content())

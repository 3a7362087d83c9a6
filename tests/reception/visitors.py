"""A visit and a call of 青禾镇, and the record of what a visitor said."""

from dataclasses import replace

from tests.reception.township import ANONYMOUS, LETTER, MONDAY, Township
from tests.scenes import scene
from yixian.protection.actions import make_code
from yixian.reception.actions import (
    InterviewWords,
    VisitFacts,
    register_call,
    register_visit,
    write_interview,
)
from yixian.reception.enums import CareNeed, LanguageHelp, Section
from yixian.reception.models import Interview, Report

VISIT = replace(LETTER, people_count=3)
BESIDE = VisitFacts(companions=1, language_help=LanguageHelp.DIALECT, needs=(CareNeed.DOCTOR, CareNeed.SEAT))
WORDS = InterviewWords(
    {Section.WHAT: "金丝雀正文：低保名单没有公示。", Section.WHEN: "去年五月"}, "问：谁说的？答：邻居。"
)
STROKE = b"\x89PNG a flat picture"


@scene
def a_visit(town: Township, *, anonymous: bool = False) -> Report:
    facts = replace(ANONYMOUS, people_count=3) if anonymous else VISIT
    return register_visit(by=town["clerk"], facts=facts, code=make_code(), on=MONDAY, visit=BESIDE).report


@scene
def a_call(town: Township, *, anonymous: bool = False) -> Report:
    facts = ANONYMOUS if anonymous else LETTER
    return register_call(by=town["clerk"], facts=facts, code=make_code(), on=MONDAY).report


@scene
def an_interview(town: Township, *, anonymous: bool = False) -> Interview:
    report = a_visit(town, anonymous=anonymous)
    return write_interview(by=town["clerk"], report=report, words=WORDS, on=MONDAY)

"""法规: the law as a pure package, standard library only, so that it can be read and tested beside the print.

Instruments, in article order (应当 → ``must_…``, 可以 → ``may_…``, 不得 → a ``may_…`` that says no):
    accusation_rules        《纪检监察机关处理检举控告工作规则》
    petition_regulations    《信访工作条例》
    discipline_enforcement  《中国共产党纪律检查机关监督执纪工作规则》
    sanctions               党纪处分 and 政务处分 with their periods
    supervision_law         《监察法》 15: who is supervised
    local_practice          what is in use without a national figure; the office sets it
    civil_code              《民法典》 200–203: how a period is counted

What the houses ask:
    articles        Grade, Instrument, Article, Ruling
    words, limits   Word, the base of every vocabulary; Unit, Extension, Term
    levels          CaseAuthority: which level decides
    terms           Term, TERMS, term(key), configured(term, …): every number of days, once
    calendar        WorkingCalendar, CalendarYear, parse_year, published_calendar()
    deadlines       due, extend, suspend, working_days_left, DueDate
    alerts          grade(start, due_on, today) -> AlertGrade with its word and shape
    classes         ReportClass, SourceKind, Channel, Signing and the other words of a report
    outcomes        Disposal, ClosingWay, Truth, FourForms, Outcome and the other words of a clue
    issues          IssueKind, VillageIssue and the catalogue of 问题性质
    classification  class_of(ReportFacts): which of the four classes, and why
    jurisdiction    jurisdiction_of(JurisdictionFacts): whose the report is, and what to do with it
    departments     department_for(field, topic): who takes what is out of scope
    recusal         may_take_part(RecusalFacts), grounds_for_recusal
    duties          clocks_started_by(event): the terms that begin
    archiving       Retention, retention_for(outcomes), kept_until: how long a file is kept; FilePart
    consultation    quarter_of(day), is_quorate, months_to_follow: 联席会诊
    completions     the five without which no matter is closed
    secrecy         what must stay secret and what nobody may do
    rough_days      parse_rough_day("1998-05"): a day, a month or a year
    rules_library   rules_in_force(on, subject): which rule held when it happened
    pages           terms_page(): docs/generated/terms.md
"""

"""法规: the law as a pure package, standard library only, so that it can be read and tested beside the print.

Instruments, in article order (应当 → ``must_…``, 可以 → ``may_…``, 不得 → a ``may_…`` that says no):
    accusation_rules        《纪检监察机关处理检举控告工作规则》
    petition_regulations    《信访工作条例》
    discipline_enforcement  《中国共产党纪律检查机关监督执纪工作规则》
    civil_code              《民法典》 200–203: how a period is counted

What the houses ask:
    articles        Grade, Instrument, Article, Ruling
    terms           Term, TERMS, term(key), configured(term, …): every number of days, once
    calendar        WorkingCalendar, CalendarYear, parse_year, published_calendar()
    deadlines       due, extend, suspend, working_days_left, grade, DueDate, AlertGrade
    classes         ReportClass, SourceKind, Channel, SignedAs and the other words of a report
    outcomes        Disposal, ClosingWay, Truth, FourForms, Outcome and the other words of a clue
    issues          IssueKind, VillageIssue and the catalogue of 问题性质
"""

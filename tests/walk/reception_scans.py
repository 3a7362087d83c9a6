"""Letters on paper that come in as pictures, and ledgers that come in as files."""

from tests.reception.importing.making import SHAPES
from tests.reception.scanned import slip
from tests.walk.acts import TODAY, act, any_of, chiefs, maker, one, owners, people
from tests.walk.reception_doors import NEW_CODE, letters
from yixian.desk import importing
from yixian.reception import actions as do
from yixian.reception.enums import DiscardReason, ImportState, PageChange, ScanState
from yixian.reception.importing.plan import Plan
from yixian.reception.models import LedgerImport, Scan, ScanPage
from yixian.roster.enums import Role
from yixian.toolkit.scans.shapes import PageRead
from yixian.trail.refusal import Refusal

WAITING = ScanState.WAITING
A_PAGE = one(ScanPage, scan__state=WAITING, removed_on=None)
IMPORTERS = people(Role.CLERK, Role.CHIEF, owners=True)
LEDGERS = {
    name: make() for name, make in SHAPES.items() if name in ("titled.xlsx", "years.xlsx", "merged.xlsx")
}


def the_plan(by, ledger_import):
    """As the import guesses it or as it stands; nobody else can read it, and what is refused is tried all the same."""
    try:
        return do.open_import(by=by, ledger_import=ledger_import).plan
    except Refusal:
        return Plan((), {}, {})


def plan_part(name):
    return maker(lambda world, given: getattr(the_plan(given["by"], given["ledger_import"]), name))


def bring_rows(*, by, ledger_import, on):
    """As the desk does it: the reports with their class and matter, or none of them."""
    return importing.bring_chunk(by, ledger_import, on)


def take_rows_back(*, by, ledger_import, on):
    return importing.undo_chunk(by, ledger_import, on)


bring_rows.leaves_trail, take_rows_back.leaves_trail = (
    "assessment.settle_imported",
    "assessment.unsettle_imported",
)


def in_state(*states):
    return one(LedgerImport, state__in=states)


BEGUN, MAPPED, CHECKING = ImportState.UPLOADED, ImportState.MAPPED, ImportState.CHECKING
CHECKED, RUNNING, DONE = ImportState.CHECKED, ImportState.RUNNING, ImportState.DONE

ACTS = [
    act(do.take_scan, pictures=maker(lambda world, given: [slip()]), received_on=TODAY, on=TODAY),
    act(do.add_scan_pages, scan=one(Scan, state=WAITING), by=owners, pictures=maker(lambda w, g: [slip()])),
    act(do.arrange_scan, page=A_PAGE, by=owners, change=any_of(PageChange), on=TODAY),
    act(do.read_scan, page=A_PAGE, by=owners, read=PageRead("金丝雀正文：名单没有公示", (), 0), on=TODAY),
    act(do.open_scan, page=A_PAGE, by=owners),
    act(do.see_scan_page, page=A_PAGE, by=owners),
    act(do.correct_scan, page=A_PAGE, by=owners, text="金丝雀正文：名单没有公示。", checked=True, on=TODAY),
    act(do.discard_scan, scan=one(Scan, state=WAITING), by=owners, reason=any_of(DiscardReason), on=TODAY),
    act(do.restore_scan, scan=one(Scan, state=ScanState.DISCARDED), by=owners),
    act(do.register_scan, scan=one(Scan, state=WAITING), by=owners, facts=letters(), code=NEW_CODE, on=TODAY),
    act(do.seal_scan_up, scan=one(Scan, state=WAITING), by=owners, facts=letters(), code=NEW_CODE, on=TODAY),
    act(do.send_scan_up, scan=one(Scan, state=WAITING), by=owners, on=TODAY),
    act(do.begin_import, by=people(Role.CLERK, Role.CHIEF), name=any_of(LEDGERS),
        content=maker(lambda world, given: LEDGERS[given["name"]]), on=TODAY),
    act(do.open_import, ledger_import=in_state(BEGUN, MAPPED), by=IMPORTERS),
    act(do.map_columns, ledger_import=in_state(BEGUN), by=IMPORTERS, columns=plan_part("columns")),
    act(do.map_words, ledger_import=in_state(MAPPED), by=IMPORTERS, words=plan_part("words"),
        blank=plan_part("blank")),
    act(do.check_rows, ledger_import=in_state(CHECKING), by=IMPORTERS, on=TODAY),
    act(do.read_import_problems, ledger_import=in_state(CHECKED, DONE), by=IMPORTERS),
    act(do.start_import, ledger_import=in_state(CHECKED), by=IMPORTERS),
    act(bring_rows, ledger_import=in_state(RUNNING), by=IMPORTERS, on=TODAY, through=("reception.import_rows",)),
    act(do.drop_import, ledger_import=in_state(BEGUN), by=IMPORTERS, on=TODAY),
    act(do.undo_import, ledger_import=in_state(DONE), by=chiefs, on=TODAY),
    act(take_rows_back, ledger_import=in_state(ImportState.UNDOING), by=chiefs, on=TODAY,
        through=("reception.undo_rows",)),
]  # fmt: skip

"""Every action that is walked, of every house."""

from tests.walk import (
    assessment_between,
    assessment_consulting,
    assessment_judging,
    protection_acts,
    reception_doors,
    reception_meeting,
    reception_papers,
    reception_scans,
    resolution_clues,
    resolution_verifying,
)

ACTS = [
    *reception_doors.ACTS,
    *reception_meeting.ACTS,
    *reception_papers.ACTS,
    *reception_scans.ACTS,
    *assessment_judging.ACTS,
    *assessment_between.ACTS,
    *assessment_consulting.ACTS,
    *resolution_clues.ACTS,
    *resolution_verifying.ACTS,
    *protection_acts.ACTS,
]

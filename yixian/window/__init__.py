"""窗口: the public face. A person reports, looks up by code, reads the answer, writes further, rates.

Every page works without JavaScript and asks one thing. What is typed waits in a locked drawer (``drawers``)
between two pages; what is sent goes through reception's front door and is sealed before the answer is given.

    choosing    which offices can be reported to here
    draft       the answers so far, and what they become
    steps       the questions in their order
    drawers     where answers and codes wait, locked under a secret that only the browser has
    promises    what happens next, by which day and why that day
    standing    where a report stands, in plain words
"""

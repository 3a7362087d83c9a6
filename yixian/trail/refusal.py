"""The base of every refusal: a rule said no, and its sentence is fit for the screen."""


class Refusal(Exception):
    """The message is Chinese, is shown to the person who asked, and quotes the rule.

    It never holds sealed content: the trail keeps only ``key``, one word of an enumerated reason, and where
    the refusal happened. ``lost_entries`` carries what nested actions recorded before an outer one rolled
    them back, so that the outermost can record them again.
    """

    key = "refused"

    @property
    def message(self) -> str:
        return str(self)

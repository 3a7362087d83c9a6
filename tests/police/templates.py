"""A variable that a template asks for and nobody gave is a mistake, not an empty string."""


class UnknownVariable(AssertionError):
    """A template named a variable that its view did not give."""


class Unforgiving(str):
    """Django's ``string_if_invalid``: raises when a template prints an unknown variable.

    Django formats it with the variable's name (``%``) where it would print it; ``{% if unknown %}`` never
    reaches it.
    """

    __slots__ = ()

    def __mod__(self, name: object) -> str:
        raise UnknownVariable(f"the template prints {name!r}, which its view does not give")

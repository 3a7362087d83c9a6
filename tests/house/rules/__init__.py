"""The rules of the house that imports do not show. Each returns the breaches it finds, in words;
the tests beside them prove that the house keeps the rule and that a planted breach is found."""

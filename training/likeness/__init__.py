"""How the numbers of yixian.language.likeness are learnt: background table, then weights."""

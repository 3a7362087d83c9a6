"""Model building. Development only: nothing in yixian imports it."""

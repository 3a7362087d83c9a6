"""A walk at random through everything that the office can do, held to what must be true after every step.

``acts`` says how one action is taken; the modules named after the houses list every public action with the makers of
its arguments; ``machine`` makes a rule of each. ``changes`` sees what a step wrote, ``oracle`` reads who may from the
page that a secretary reads, and ``invariants`` hold the two together. ``python -m bench.walk`` walks far.
"""

"""片区联动交叉办理: the proposal with its reasons, the answer of the other side, and how a year was shared out."""

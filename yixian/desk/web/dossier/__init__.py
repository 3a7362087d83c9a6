"""卷宗: everything about one matter on one page. Facts and clocks, what happened, what may be done next."""

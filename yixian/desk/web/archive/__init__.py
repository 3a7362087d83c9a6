"""/desk/archive: 年度归档, what is to be put away and what stands put away; and each file with what is done to it."""

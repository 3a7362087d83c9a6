"""材料: the files beside a report, shown so that nothing in them runs on the machine of whoever looks."""

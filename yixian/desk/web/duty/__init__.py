"""接访日和值班表: who receives visits on which day; planning, swapping, and the month to print."""

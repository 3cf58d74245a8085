"""When: period, base of comparison and deadline of a figure, and the date of a report."""

"""kzcoop: what governments announce about Kazakhstan's trade, as data with its evidence."""

__version__ = "0.1.0"

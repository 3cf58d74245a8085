"""Places of a text: which partners and which regions they stand for."""

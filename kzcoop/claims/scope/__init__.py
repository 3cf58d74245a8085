"""What is no trade and no work: out of scope, whatever words stand beside it."""

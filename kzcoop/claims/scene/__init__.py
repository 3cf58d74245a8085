"""What stands around a quantity: its sentence, the claim in the making, what governs it."""

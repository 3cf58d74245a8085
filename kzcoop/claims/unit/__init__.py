"""Units, scales and nouns that bare numbers take from what stands around them."""

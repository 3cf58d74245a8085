"""What a text has been about up to a sentence."""

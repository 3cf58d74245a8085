"""Whose statistics and whose trade a text tells."""

"""What a figure is about."""

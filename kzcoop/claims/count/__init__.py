"""What is counted, and what is ranked."""

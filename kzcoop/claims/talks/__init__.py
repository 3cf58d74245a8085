"""Who spoke, who met whom, and what was discussed."""

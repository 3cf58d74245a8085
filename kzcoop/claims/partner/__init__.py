"""With whom: the partner of a figure."""

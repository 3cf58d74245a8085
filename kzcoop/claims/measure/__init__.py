"""What kind of statement a figure makes: a level, a change, a share."""

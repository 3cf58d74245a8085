"""Programmes: checkpoints, corridors, lines and ports being built or worked on."""

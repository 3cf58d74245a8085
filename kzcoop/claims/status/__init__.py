"""Whether a figure is actual, or a target, a plan, a forecast or a potential."""

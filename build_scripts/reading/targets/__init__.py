"""A measure's text comes in; its targets and its thresholds go out."""

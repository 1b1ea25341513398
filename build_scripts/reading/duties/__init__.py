"""A measure's text comes in; the agencies that answer for it, and in which role, go out."""

"""Calls in hand-written pages come in; quotations, figures and lists of downloads go out."""

"""Calls in hand-written pages come in; quotations, figures, problem codes and lists of downloads go out."""

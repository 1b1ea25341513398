"""Bytes as received come in; decoded text and its folded view go out."""

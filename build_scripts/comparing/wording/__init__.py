"""Texts come in; the phrases they share go out, those of the genre told apart."""

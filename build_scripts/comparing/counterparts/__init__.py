"""Measures come in; pairs of measures that answer each other, with their scores, go out."""

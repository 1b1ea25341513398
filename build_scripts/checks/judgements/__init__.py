"""Rules of what editors judged of two texts: pairs, relations, and the reason that each gives. Problems come out."""

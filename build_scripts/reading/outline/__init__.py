"""Lines come in; the tree of numbered items and the extent of every measure go out."""

"""The texts there are come in; made-up corpora of any size, and how fast each stage is on them, go out."""

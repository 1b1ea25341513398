"""The corpus and what comparing found comes in; corpus.json, one value, and its schema go out."""

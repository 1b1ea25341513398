"""corpus.json comes in; a JSON file for each entry, a list of each kind, and what describes them go out."""

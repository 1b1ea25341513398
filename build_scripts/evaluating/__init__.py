"""What the code reads now, and golds made by a person who never saw the code, go in; how often the reading errs comes out."""

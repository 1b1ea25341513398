"""What each kind of page shows: one module per kind, each a function from the index to pages."""

"""Look-ups and what comparing found come in; Markdown pages go out."""

"""Policy texts come in; a static site to read, compare, cite and correct them goes out."""

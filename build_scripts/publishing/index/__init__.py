"""A corpus comes in; look-ups by which every page and file finds what it shows go out."""

"""Files of words come in, one a part of what is published; the words that templates and code put in place go out."""

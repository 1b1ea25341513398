"""Words come in; words as a page prints them go out: labelled, escaped, broken into lines."""

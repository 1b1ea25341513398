"""An entry comes in; the parts of which several kinds of pages are made go out."""

"""Look-ups come in; the files that scripts load in the browser go out."""

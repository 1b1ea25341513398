"""A reading comes in; the signs that it may be a poor one go out, each a problem with its line, cause and mend."""

"""A finished site comes in; what stands beside its pages goes out: the list of them, their text, what the site says of itself."""

"""Files under structured/ come in as model objects that know their lines, and go out in canonical form."""

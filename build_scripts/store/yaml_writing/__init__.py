"""Values of model objects to the one canonical YAML of each."""

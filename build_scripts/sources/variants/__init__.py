"""Characters that are another shape of a common one: radicals, Unicode's variants, old and new shapes."""

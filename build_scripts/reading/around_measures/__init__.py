"""Lines above and below the measures come in; what each of them is goes out."""

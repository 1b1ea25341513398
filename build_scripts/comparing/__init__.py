"""A corpus comes in; what its documents share, answer and leave unsaid goes out."""

"""The corpus with its points comes in; which sentences serve, which were passed over and which may answer goes out."""

"""Work on many things comes in; it is done in several processes, or was done before and kept, and the same goes out."""

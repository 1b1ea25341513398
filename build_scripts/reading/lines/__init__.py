"""A folded view comes in; lines put together again, their numbering and the way back to the source go out."""

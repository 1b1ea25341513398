"""The questions, their answers and the readings they were settled from come in; what is wrong with them goes out."""

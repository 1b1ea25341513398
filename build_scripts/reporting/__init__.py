"""Two commits come in; what a pull request changes for readers goes out, in Chinese, for the person who merges it."""

"""The text of a YAML file comes in; values with their places go out, or why it is refused."""

"""The commands, by group: what each is asked with, what it says, how it ends; the work is done in the rooms before this one.

A new command is a function and a ``Command`` in the ``COMMANDS`` of its group; a new group one line in ``all_commands``.
What a function needs it imports itself, so that a command loads its own rooms and no others.
"""

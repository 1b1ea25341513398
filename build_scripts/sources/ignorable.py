"""Code points that a text holds and nobody sees, as classes for a regular expression. Matching passes over them.

docs/assets/js/shared/folding.js has the same; a test holds the two together, and both to what Unicode says.
"""

# Unicode's Default_Ignorable_Code_Point: soft hyphen, marks of direction, joiners, fillers, variation selectors, tags;
# and what takes the place of something that could not be copied (U+FFF9–FFFC).
IGNORABLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
# Controls that are no white space.
CONTROLS = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"

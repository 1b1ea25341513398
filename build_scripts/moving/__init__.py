"""A document, topic, question or body and its new id, or the reason of its going, come in; files that follow, addresses that lead on go out."""

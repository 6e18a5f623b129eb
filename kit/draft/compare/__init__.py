"""Comparing texts: what they share, which credits were cut, which figures changed, what only one says.

What other rooms use::

    from kit.draft.compare.text import Text                       # an article with an id and a title
    from kit.draft.compare.comparison import compare              # texts -> Comparison, everything that was found
    from kit.draft.compare.saying import Saying                   # a Comparison in a teacher's words
    from kit.draft.compare.shared import shared                   # texts -> shared passages, by pair

Nothing here judges who wrote a text or whether it is true: it finds what anybody can check, letter by letter.
"""

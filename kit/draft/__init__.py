"""From any article to a lesson: its text, its questions with their kinds, passages for each, and a draft of a lesson.

What other rooms use::

    from kit.draft.article import read_article, read_file      # bytes or a file -> Article, or UnreadableArticleError
    from kit.draft.sentences import sentences                  # Article -> its sentences, with offsets
    from kit.draft.questions import questions                  # Article -> its questions, each with kind and reasons
    from kit.draft.excerpts import Passages                    # the passages that go with a question, best first
    from kit.draft.propose import propose                      # Article -> Draft: accept, drop, relabel, choose
    from kit.draft.write import write                          # Draft -> files in the teacher's own folder

Nothing here asks a network or a model, and nothing is changed in an article: every passage is a slice of its text.
"""

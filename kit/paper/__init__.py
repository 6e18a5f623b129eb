"""Handouts: a lesson as paper a class can hold.

What other rooms use::

    from kit.paper.handouts import handout, make_pdf
    from kit.paper.printing import Progress, print_lesson
    from kit.paper.kinds import KINDS, PAGES
    from kit.paper.refused import Refused

    handout(lesson, "worksheet", "fr", "a4")             -> Handout: its HTML and its file name
    make_pdf(handout)                                    -> bytes, a tagged PDF
    print_lesson(lesson, kinds, "fr", "a4", out)         -> one Progress before and one after each file
    kit.paper.command.run(lesson, kind="all", ...)       -> what `kit print` does

Importing this room is cheap: Jinja2 and WeasyPrint are loaded when a handout is really made.
"""

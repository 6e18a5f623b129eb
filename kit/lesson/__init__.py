"""What a lesson is: reading, rules, the library, and the timed plan.

Two functions carry every output: `kit.lesson.read.read` makes a lesson of a folder, and `kit.lesson.plan.plan` makes
timed steps of a lesson and the minutes there are.
"""

"""The handbook behind the site: programme, facts, pages and quizzes, in every language.

The data flows one way::

    YAML and Markdown --read strictly--> model --check everything once--> [Problem, ...]
    model --> quiz form and compiled quiz, expanded pages, navigation, redirects

Nothing in this package imports MkDocs: `hooks/events.py` is the only file that does, so that the
handbook outlives its generator.
"""

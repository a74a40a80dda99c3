"""Writing: a Story as the file in ``content/stories/`` and back, its HTML, and the ledger that guards hand edits.

In `stories`, `composing` makes a story file of a story, `storyfile` its text and back, and `verifying` holds the two
together before anything is written. `markdown` writes bodies, `html` reads them and alone makes HTML of text.
"""

"""Writing: a Story as the file in ``content/stories/`` and back, its HTML, and the ledger that guards hand edits.

`composing` makes a story file of a story, `storyfile` its text and back, `verifying` holds the two together before
anything is written. `markdown` writes bodies, `rendering` reads them and alone makes HTML of text.
"""

"""From values to bytes: one build of the site, its templates, and the processes that render."""

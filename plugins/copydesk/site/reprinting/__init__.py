"""A build after the words or headlines of a few stories have changed: what pages are made of, kept and made again."""

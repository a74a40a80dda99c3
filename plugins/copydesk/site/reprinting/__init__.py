"""A build after the words of a few stories have changed: what pages are made of, kept, and made again alone."""

"""Feeds: RSS 2.0 and Atom 1.0 by feedgen, JSON Feed 1.1 by a writer of our own, all from the same frozen items."""

"""Lines that recur on the pages of one publisher, counted before any page is cleaned."""

"""Who: bylines taken apart, authors, agencies and the publisher."""

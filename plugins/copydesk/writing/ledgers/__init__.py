"""What is remembered of every story: what was last generated, and what the feeds have said of it."""

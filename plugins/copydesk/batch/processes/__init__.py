"""The processes that clean: how many there are, what one may take, and how it ends."""

"""What a paragraph, a subhead, a list item is: lines joined and set, none of their words taken."""

"""When: days, hours and zones read strictly in every language, and which of the dates offered is the story's."""

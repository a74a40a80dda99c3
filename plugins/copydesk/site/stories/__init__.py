"""Stories as the site knows them: what their files say, read once and remembered, and what of it may be published."""

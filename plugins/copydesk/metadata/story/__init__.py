"""What the story is called and about: headline, standfirst, section and tags, language."""

"""Who wrote the story, when, and where it is from, in lines that are lifted as they stand."""

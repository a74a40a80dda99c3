"""What a page says to machines, as clues: JSON-LD, microdata, meta and link elements, marks in its body."""

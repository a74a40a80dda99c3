"""Text that belongs to pictures: captions, credits, what a picture shows and whose it is."""

"""What Pelican calls: generators, our reader, the writer, and what is done at its signals."""

"""What leaves the body: on the curator's word, by the words of the site, as the end, and by the judge's word."""

"""Search without a server: what is searched, the index made of it, and the page that asks.

The index is Pagefind's (https://pagefind.app). It is not the same bytes each time and takes memory to make, so it
stands outside the promise of identical bytes and is made anew only when a word of what is searched has changed.
"""

"""Names of sites, publishers and agencies, which are nobody's, as pages, logos and copyright lines write them."""

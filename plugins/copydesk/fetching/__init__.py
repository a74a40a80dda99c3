"""All that speaks to the network: getting feeds into ``seeds/``, telling hubs of ours. Only the commands `fetch` and
`ping` import it; no build does."""

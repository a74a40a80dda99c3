"""What stands above the story: the page's own header, kickers, the headline, the standfirst."""

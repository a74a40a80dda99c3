"""What pages show: frozen values for every template, made of stories, lists and the frame around them."""

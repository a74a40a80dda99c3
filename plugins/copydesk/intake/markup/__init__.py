"""What the words of HTML mean: elements, class names, what is hidden, addresses, pictures. Nothing is walked here."""

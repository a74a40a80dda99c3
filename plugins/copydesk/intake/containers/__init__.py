"""Files that hold other documents: feeds and their items, mails and those sent on inside them."""

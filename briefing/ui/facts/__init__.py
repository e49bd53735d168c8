"""What the article says, as six lists: people, places, timeline, quotations, claims and gaps."""

"""What e-mails are made of: their head, their parts, and the ways people quote in them."""

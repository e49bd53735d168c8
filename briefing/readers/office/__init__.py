"""What the readers of word processors' files have in common."""

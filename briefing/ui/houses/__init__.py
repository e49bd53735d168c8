"""House styles in the window: which there are, how each looks, and the person's own."""

"""The plain frozen values the program passes around."""

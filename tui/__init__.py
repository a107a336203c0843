"""The review queue in the terminal."""

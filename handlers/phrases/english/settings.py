"""What a channel or a person chooses."""

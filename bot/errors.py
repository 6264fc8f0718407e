class AdQuemError(Exception):
    """Something a person can put right: `str(error)` is the sentence they read."""

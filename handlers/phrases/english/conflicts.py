"""Conflicts: two hearings at once, too much on one day, somebody away."""

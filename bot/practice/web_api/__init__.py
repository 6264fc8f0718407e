"""Slack's Web API: one module per family of methods, all listed in `methods.METHODS`."""

"""Whether all is well: what `/healthz` watches while the bot runs."""

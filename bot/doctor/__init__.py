"""Whether all is well: what `/healthz` watches while the bot runs, and what `adquem doctor` looks at."""

"""From Slack to the app: over a socket or as signed requests, with Slack's deadlines and retries."""

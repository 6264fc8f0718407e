"""The workspace on the network: Slack's addresses for the app, and the page's addresses for people."""

"""What people do in Slack: say, press, fill in, open. Each deed becomes the payload that Slack would send."""

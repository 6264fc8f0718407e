"""Every sentence that people read in Slack, in Khmer; what is not said here yet is said in English."""

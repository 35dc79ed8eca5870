"""Open data from China's government work reports."""

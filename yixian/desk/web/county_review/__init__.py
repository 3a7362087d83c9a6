"""县审: what townships sent to the county before they decide, and what this office sent."""

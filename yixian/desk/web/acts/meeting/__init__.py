"""下访、约访、陪访、后续事项: the acts by which the office goes out, invites, goes along, and keeps its word."""

"""协作机关: the own card, the cards of others, and the telephone call that makes one valid."""

"""转办交办 between organs: what was sent and what came, one transfer with both sides' words."""

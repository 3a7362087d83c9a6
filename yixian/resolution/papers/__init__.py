"""The papers of a verification, composed from its records; nobody who reported stands in them."""

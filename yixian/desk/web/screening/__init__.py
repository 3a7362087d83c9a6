"""排查: the sessions, one session with its rows, and what leaves of it; and the list of old matters."""

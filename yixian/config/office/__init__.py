"""Setting up a real office: its organs, its first people, their pass phrases on paper, the recovery halves."""

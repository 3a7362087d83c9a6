"""台账: the ledger, its filters and its export."""

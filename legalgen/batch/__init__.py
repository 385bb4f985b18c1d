"""Planned documents in, files out: shared among workers here or on a cluster, safe to stop."""

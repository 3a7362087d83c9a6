"""账号: accounts, roles and the handing of keys."""

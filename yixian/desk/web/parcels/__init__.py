"""加封文件: taking one in, what came by one, and the receipt."""

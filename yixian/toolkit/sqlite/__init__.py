"""SQLite as a server's database: those who write in one process wait in a queue, first come, first served.

SQLite itself has no queue. Whoever finds the database locked sleeps, up to a tenth of a second at a time, and asks
again; meanwhile whoever comes just then goes in. With eight threads that is seconds for the unlucky (decision 0010).
"""

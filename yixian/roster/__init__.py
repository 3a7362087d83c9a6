"""名册: who and where. The public staff list of the commission, plain because it protects nobody to hide it.

Organs stand in a tree (县纪委监委, its townships, areas between them); a township has villages and supervised
units, a unit has cadres, the county has departments that take what is out of scope. Staff are the people who
work in 一线: they hold roles, granted by somebody else, and declare their near relatives among the cadres.

Verbs: import_roster (and check_roster, its dry run), add_staff, close_account, grant_role, revoke_role,
declare_kinship, withdraw_kinship, keep_skills, declare_former_post, withdraw_former_post,
enter_calendar_year. Every one leaves a trail.
"""

"""身份申请: asking for, granting and viewing who a reporter is."""

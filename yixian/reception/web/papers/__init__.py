"""文书和海报: how the office words its papers, and what it hangs up in the villages."""

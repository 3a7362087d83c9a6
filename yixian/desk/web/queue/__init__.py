"""叫号: numbers for today, the calling screen, the slip, and what a public monitor shows."""

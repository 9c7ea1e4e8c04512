"""What a web server must know, and what leaves the house: headers, releases, the switch to a new one."""

// Upgrades the page seven-days.

// Upgrades the page today.

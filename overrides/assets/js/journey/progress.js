// Upgrades the page progress.

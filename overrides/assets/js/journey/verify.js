// Upgrades the page verify.

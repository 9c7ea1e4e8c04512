// Upgrades the page booster.

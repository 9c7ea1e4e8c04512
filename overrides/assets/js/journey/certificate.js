// Upgrades the page certificate.

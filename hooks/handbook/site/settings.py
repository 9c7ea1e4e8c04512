"""What a site is told from outside the content."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.addresses import Addresses


@dataclass(frozen=True)
class Settings:
    """`contact`: e-mail address. `assets`: folder of our scripts and styles, with a closing slash."""

    addresses: Addresses
    repo_url: str
    contact: str
    assets: str

"""What stays when the network goes: saved pages, one-file chapters, a sign on the home screen."""

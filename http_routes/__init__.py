"""What the server answers beside the app's pages: joining, live changes, the definition, health."""

"""Which way goods go: export or import by who sends, buys or receives."""

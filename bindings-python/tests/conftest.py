"""How the tests run everywhere."""

from hypothesis import settings

# No database: a run leaves nothing behind in the checkout.
settings.register_profile("checkout", database=None, deadline=None, max_examples=60)
settings.load_profile("checkout")

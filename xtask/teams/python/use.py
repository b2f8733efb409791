"""What a program does with the constants of a plugin."""

import shop
import strange


def advice(error_id: shop.Id) -> str:
    """Every id has its advice, or the type checker complains."""
    if error_id == shop.plugin.shop.TEAPOT:
        return "ask for tea"
    return "come earlier"


assert advice("plugin.shop.teapot") == "ask for tea"
assert advice(shop.plugin.shop.TOO_LATE) == "come earlier"
assert strange.evil_app.class_.N == 'evil-app.class.é"\\n'
assert strange.Final_.import_.Y == "Final.import.y"

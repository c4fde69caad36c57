"""What dialects ask of a request to know their own."""

from cassette_cli.exchange import Exchange


def posts_to(exchange: Exchange, *endings: str) -> bool:
    """Whether the request is a POST to a path with one of these endings."""
    return is_post(exchange) and exchange.path.rstrip("/").endswith(endings)


def is_post(exchange: Exchange) -> bool:
    """Whether the request is a POST, however the recorder spells it."""
    return exchange.interaction.request.method.upper() == "POST"


def host_is(exchange: Exchange, domain: str) -> bool:
    """Whether the host is of this domain, whatever the port."""
    return exchange.host.partition(":")[0].endswith(domain)

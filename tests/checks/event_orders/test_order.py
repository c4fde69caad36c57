from cassette_cli.checks.event_orders.order import event_orders
from cassette_cli.dialects.catalogue import dialects


def test_orders_are_those_of_dialects() -> None:
    assert set(event_orders()) <= {dialect.name for dialect in dialects()}

"""Errors that the event stream of AWS reports itself, beside the events of the API.

https://smithy.io/2.0/aws/amazon-eventstream.html#error-messages
"""

from collections.abc import Callable, Sequence

from cassette_cli.dialects.dialect import Fold
from cassette_cli.dialects.errors import error_object
from cassette_cli.streams.event import Event


def fold_with_errors(fold: Callable[[Sequence[Event]], Fold], events: Sequence[Event]) -> Fold:
    """The fold of the events of the API; the first error frame is the error of the answer."""
    folded = fold([event for event in events if event.error is None])
    failed = next((event for event in events if event.error is not None), None)
    if failed is None:
        return folded
    error = error_object(failed.name, failed.name, failed.error)
    value = folded.value if isinstance(folded.value, dict) else {}
    return Fold({**value, "error": error}, complete=False, notes=folded.notes)

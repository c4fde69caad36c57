"""When an interaction was recorded, for targets that have to say so."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from cassette_cli.model import Interaction, header_value

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def time_of(interaction: Interaction) -> datetime:
    """The time that the recorder wrote, else that of the server's Date, else the epoch."""
    texts = (interaction.recorded_at, header_value(interaction.response.headers, "date"))
    times = (read_time(text) for text in texts if text)
    return next((time for time in times if time is not None), EPOCH)


def read_time(text: str) -> datetime | None:
    """A date of HTTP (RFC 9110, section 5.6.7) or ISO 8601, in UTC where no zone stands there."""
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            time = read(text)
            return time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
        except (ValueError, OverflowError):
            continue
    return None

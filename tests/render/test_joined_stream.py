import pytest

from cassette_cli.exchange import Exchange, Payload
from cassette_cli.json_values import Json
from cassette_cli.model import Interaction, Request, Response
from cassette_cli.reading import Reading
from cassette_cli.render.joined_stream import is_joined, joined_detail, joined_fragments
from cassette_cli.render.sheet import Fragment, FragmentKind
from cassette_cli.streams.event import Event
from tests.conftest import event, events, text_event


def _reading(stream: list[Event], framing: str | None = "sse", path: str = "/ask") -> Reading:
    interaction = Interaction(0, Request("POST", path), Response(200))
    reading = Reading(interaction)
    answer = Payload(framing=framing, events=tuple(stream), notes=("cut off",))
    # What the property would decode, given as it is.
    reading.__dict__["exchange"] = Exchange(interaction, "", path, Payload(), answer)
    return reading


def _says(words: str, **fields: Json) -> Json:
    return {"id": words, "kind": "piece", "body": {"words": words}, **fields}


@pytest.mark.parametrize(
    ("stream", "texts"),
    [
        pytest.param(
            events(_says("No"), _says("on.")),
            [("kind:", "piece"), ("body.words:", "Noon.")],
            id="texts by path, what is always the same once, and no ids",
        ),
        pytest.param(
            events(
                {"type": "a", "text": "No"},
                {"type": "b", "text": "Hm."},
                {"type": "a", "text": "on."},
            ),
            [("type:", "a"), ("text:", "Noon."), ("type:", "b"), ("text:", "Hm.")],
            id="events of two kinds apart",
        ),
        pytest.param(
            [event([{"w": "No"}], "x"), event([{"w": "Hm."}], "y"), event([{"w": "on."}], "x")],
            [("[0].w:", "Noon."), ("[0].w:", "Hm.")],
            id="events of two names apart",
        ),
        pytest.param(
            [text_event("No"), text_event("on."), text_event("[DONE]")],
            [("data:", "Noon.")],
            id="plain text up to the marker of the end",
        ),
    ],
)
def test_joined_fragments(stream: list[Event], texts: list[tuple[str, str]]) -> None:
    *fragments, note = joined_fragments(_reading(stream), full=False)
    assert [(fragment.title, fragment.text) for fragment in fragments] == texts
    assert note == Fragment(FragmentKind.NOTE, "cut off")


@pytest.mark.parametrize(
    ("framing", "path", "joined"),
    [
        pytest.param("sse", "/ask", True, id="a stream of no dialect"),
        pytest.param(None, "/ask", False, id="no stream"),
        pytest.param("ndjson", "/ask", False, id="lines of JSON, which are records"),
        pytest.param("sse", "/v1/chat/completions", False, id="a stream of a dialect"),
    ],
)
def test_is_joined(framing: str | None, path: str, joined: bool) -> None:  # noqa: FBT001 - a table's column
    assert is_joined(_reading(events(_says("No"), _says("on.")), framing, path)) == joined


def test_joined_detail() -> None:
    stream = events(_says("No"), _says("on."))
    assert joined_detail(_reading(stream)) == "stream of 2 events, read without a dialect"

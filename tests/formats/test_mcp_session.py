import pytest

from cassette_cli.document import parse
from cassette_cli.formats.catalogue import read_cassette
from tests.conftest import source

_MCP_CASSETTE = source("""
    {"type":"header","cassetteVersion":1,"transport":"stdio"}
    {"type":"frame","t":0,"dir":"c2s","frame":{"jsonrpc":"2.0","id":1,"method":"ping"}}
    {"type":"frame","t":4,"dir":"s2c","frame":{"jsonrpc":"2.0","id":1,"result":{}}}
""")
_MCP_REC = source("""
    {"ts":0.5,"dir":"client->server","msg":{"jsonrpc":"2.0","id":1,"method":"ping"}}
    {"ts":0.7,"dir":"server->client","msg":{"jsonrpc":"2.0","id":1,"result":{}}}
""")
_MCP_RECORDER = source("""
    {
      "version": "1.0",
      "metadata": {"server_url": "http://a/"},
      "interactions": [{"type": "jsonrpc_request", "request": {}, "response": {}}]
    }
""")


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        pytest.param(_MCP_CASSETTE, "2 MCP messages", id="mcp-cassette"),
        pytest.param(_MCP_REC, "2 MCP messages", id="mcp-rec"),
        pytest.param(_MCP_RECORDER, "1 MCP message", id="mcp-recorder"),
    ],
)
def test_messages_are_counted(text: str, counted: str) -> None:
    cassette = read_cassette(parse("x.json", text))
    assert (cassette.format, cassette.not_http) == ("mcp-session", counted)

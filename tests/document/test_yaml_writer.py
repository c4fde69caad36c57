"""New YAML texts, in the way of the libraries that recorders write with."""

import re
from typing import Any

import pytest
import yaml

from cassette_cli.document import GO_YAML, PSYCH, PYYAML, Emitter, YamlValue, write_yaml
from cassette_cli.errors import EditError

_LONG = '{"messages":[{"role":"user","content":"Say it\'s a fine day in French, and fold it."}]}'
_TEXTS = [
    pytest.param("", id="empty"),
    pytest.param("plain text", id="plain"),
    pytest.param("200", id="what would be a number"),
    pytest.param("*/*", id="an indicator first"),
    pytest.param("a: b # c", id="a colon and a comment"),
    pytest.param(f"{_LONG} {_LONG}", id="long, with single spaces"),
    pytest.param(f" {_LONG}   x  {_LONG} ", id="long, with spaces in rows and at the ends"),
    pytest.param("one\ntwo\n\nthree\n", id="lines"),
    pytest.param("  one\n two \n", id="blanks beside line breaks"),
    pytest.param("café “quoted” \U0001f600 " * 12, id="beyond ASCII, and long"),
    pytest.param('tab\t\r\n\x00\x85\u2028\\"', id="controls"),
    pytest.param("data: {}\n\ndata: [DONE]\n\n", id="a stream"),
]
_EMITTERS = [
    pytest.param(PYYAML, id="PyYAML"),
    pytest.param(PSYCH, id="Psych"),
    pytest.param(GO_YAML, id="go-yaml"),
]


class _Loader(yaml.SafeLoader):
    """Knows the tag that Psych writes bytes under."""


def _binary(loader: _Loader, node: yaml.ScalarNode) -> bytes:
    return loader.construct_yaml_binary(node)


_Loader.add_constructor("!binary", _binary)


def _document(text: str) -> dict[str, Any]:
    return {
        "interactions": [
            {"request": {"body": text, "headers": {"Accept": [text, "x"]}}, "status": 200}
        ],
        "list": [text],
        "nothing": None,
        "none": [],
        "no": {},
        "yes": True,
    }


@pytest.mark.parametrize("emitter", _EMITTERS)
@pytest.mark.parametrize("text", _TEXTS)
def test_a_loader_reads_the_same_value_back(text: str, emitter: Emitter) -> None:
    assert yaml.load(write_yaml(_document(text), emitter), _Loader) == _document(text)  # noqa: S506 -- a safe one


@pytest.mark.parametrize("text", _TEXTS)
def test_pyyaml_writes_the_same_text(text: str) -> None:
    dumped = yaml.dump(_document(text), Dumper=yaml.CSafeDumper, sort_keys=False)
    assert write_yaml(_document(text), PYYAML) == dumped.replace("\nno: {}", "\n'no': {}").replace(
        "\nyes:", "\n'yes':"
    )


@pytest.mark.parametrize("emitter", _EMITTERS)
@pytest.mark.parametrize("size", [0, 1, 60, 400])
def test_bytes_come_back(size: int, emitter: Emitter) -> None:
    value = {"body": bytes(range(256)) * 2}
    value["body"] = value["body"][:size]
    assert yaml.load(write_yaml(value, emitter), _Loader) == value  # noqa: S506 -- a safe one


def test_pyyaml_writes_bytes_in_the_same_lines() -> None:
    value = {"body": {"string": bytes(range(200))}}
    assert write_yaml(value, PYYAML) == yaml.dump(value, Dumper=yaml.CSafeDumper)


def test_go_yaml_aligns_to_its_step() -> None:
    request: YamlValue = {"headers": {"Accept": ["a"]}, "body": "a\nb\n"}
    value: YamlValue = {"interactions": [{"id": 0, "request": request}]}
    assert (
        write_yaml(value, GO_YAML)
        == """\
---
interactions:
    - id: 0
      request:
        headers:
            Accept:
                - a
        body: |
            a
            b
"""
    )


def test_text_that_yaml_cannot_hold_is_refused() -> None:
    with pytest.raises(EditError, match=re.escape("YAML cannot hold")):
        write_yaml({"a": "\ud800"}, PYYAML)

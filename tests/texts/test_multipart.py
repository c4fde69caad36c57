from cassette_cli.text import Edit, Span, splice
from cassette_cli.texts.leaf import Kind, Located, Texts
from cassette_cli.texts.multipart import Multipart, is_form

_FORM = """\
--B
Content-Disposition: form-data; name="model"

small
--B
Content-Disposition: form-data; name="file"; filename="f.json"

{"a": "x"}
--B
Content-Disposition: attachment

unnamed
--B
no headers
--B--
"""


def test_is_form() -> None:
    assert is_form(_FORM)
    assert is_form(_FORM.encode())
    assert not is_form("--B\n\ntext\n--B--\n")


def test_fields_and_files_that_are_text() -> None:
    form = Multipart(_FORM)
    assert list(form.texts()) == [
        Texts(Kind.FIELD, ("small",), ("model",)),
        Texts(Kind.FIELD, ["x"], ["a"]),
        Texts(Kind.FIELD, ["a"]),
        Texts(Kind.FIELD, ("unnamed",), ("",)),
    ]
    assert [(part.name, part.text, part.carrier is None) for part in form.parts()] == [
        ("model", "small", True),
        ("file", '{"a": "x"}', False),
        ("", "unnamed", True),
    ]


def test_places_and_edits() -> None:
    form = Multipart(_FORM)
    assert form.locate(1, 2) == Located(("multipart[file]",), _FORM.index('"a"') + 1)
    edited = splice(_FORM, form.lift({0: [Edit(Span(0, 5), "large")], 2: [Edit(Span(0, 2), "")]}))
    assert edited == _FORM.replace("small", "large").replace("unnamed", "named")

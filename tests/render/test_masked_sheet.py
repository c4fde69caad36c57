from cassette_cli.redaction.samples import fake
from cassette_cli.render.masked_sheet import masked_sheet
from cassette_cli.render.sheet import Fragment, FragmentKind, Section, Sheet, Turn

_TOKEN = fake("ghp_", 36)


def _sheet(token: str, marks: tuple[tuple[int, int], ...]) -> Sheet:
    fragments = (
        Fragment(FragmentKind.EVENT, f"say {token}", f"[0] {token}", marks),
        Fragment(FragmentKind.HEADERS, f"X-Note: {token}"),
        Fragment(FragmentKind.TEXT, "hello", marks=((0, 2),)),
    )
    section = Section(0, f"GET /{token}", token, (token,), (Turn(token, fragments, token),))
    return Sheet("a.yaml", "vcrpy", (section,))


def test_every_text_of_a_sheet_is_masked() -> None:
    assert masked_sheet(_sheet(_TOKEN, ((0, 3),))) == _sheet("ghp_…", ())

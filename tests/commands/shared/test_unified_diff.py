from cassette_cli.commands.shared.unified_diff import unified_diff
from tests.conftest import source

_DIFF = source(r"""
    --- a/x
    +++ b/x
    @@ -1,2 +1,2 @@
     a
    -b
    \ No newline at end of file
    +c
""")


def test_a_diff_tells_a_missing_line_end() -> None:
    assert unified_diff("x", "a\nb", "a\nc\n") == _DIFF


def test_equal_texts_have_no_diff() -> None:
    assert unified_diff("x", "a\n", "a\n") == ""

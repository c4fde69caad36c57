import gzip
import os
import sys
from collections.abc import Mapping
from errno import ENOSPC
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from cassette_cli.errors import CassetteError, ParseError
from cassette_cli.files import STDIN, Found, Source, create, display_name, read, search, write
from cassette_cli.gzip_data import MAX_DECODED_BYTES


def _write(root: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("files", "found"),
    [
        pytest.param(
            {"b.yml": "", "a.yaml": "", "c.json": "", "d.txt": "", "yaml": ""},
            ["a.yaml", "b.yml", "c.json"],
            id="YAML and JSON, in the order of names",
        ),
        pytest.param(
            {"z.yaml": "", "b/1.yaml": "", "a/b/2.yaml": ""},
            ["z.yaml", "a/b/2.yaml", "b/1.yaml"],
            id="the files of a folder before those in folders below it",
        ),
        pytest.param(
            {".git/a.yaml": "", ".venv/a.yaml": "", "node_modules/a.json": "", ".a.yaml": ""},
            [".a.yaml"],
            id="hidden folders and packages are passed over, hidden files are not",
        ),
        pytest.param(
            {".gitignore": "*.json\n/out/\n", "a.json": "", "out/a.yaml": "", "b/out/a.yaml": ""},
            ["b/out/a.yaml"],
            id="what .gitignore names is passed over",
        ),
        pytest.param(
            {".gitignore": "*.yaml\n!keep.yaml\n", "a.yaml": "", "keep.yaml": ""},
            ["keep.yaml"],
            id="unless it is named again",
        ),
        pytest.param(
            {"b/.gitignore": "x.yaml\n", "b/x.yaml": "", "b/c/x.yaml": "", "d/x.yaml": ""},
            ["d/x.yaml"],
            id="a .gitignore holds below its folder, not beside it",
        ),
        pytest.param(
            {".gitignore": "*.yaml\n", "a/.gitignore": "!x.yaml\n", "a/x.yaml": "", "x.yaml": ""},
            ["a/x.yaml"],
            id="the nearest one decides",
        ),
        pytest.param({"a/b.txt": ""}, [], id="there may be nothing"),
    ],
)
def test_search(tmp_path: Path, files: Mapping[str, str], found: list[str]) -> None:
    _write(tmp_path, files)
    expected = [Found(os.path.join(tmp_path, name), named=False) for name in found]  # noqa: PTH118 -- as the search does
    assert list(search([str(tmp_path)])) == expected


@pytest.mark.parametrize(
    ("git", "found"),
    [
        pytest.param("x/.git/HEAD", ["b.yaml"], id="up to the root of the repository"),
        pytest.param("x/y/z/.git/HEAD", ["a.yaml", "b.yaml"], id="none above the root"),
        pytest.param("x/README", ["a.yaml", "b.yaml"], id="none where there is no repository"),
    ],
)
def test_rules_above_the_searched_folder(tmp_path: Path, git: str, found: list[str]) -> None:
    files = {".gitignore": "b.yaml", "x/.gitignore": "a.yaml", "x/y/z/a.yaml": ""}
    _write(tmp_path, {**files, "x/y/z/b.yaml": "", git: ""})
    assert [Path(path).name for path, _ in map(_pair, search([str(tmp_path / "x/y/z")]))] == found


def _pair(found: Found) -> tuple[str, bool]:
    return found.path, found.named


def test_a_gitignore_that_cannot_be_read_ignores_nothing(tmp_path: Path) -> None:
    _write(tmp_path, {"a.yaml": "", "b/b.yaml": ""})
    (tmp_path / ".gitignore").write_bytes(b"*.yaml\n\xff")
    (tmp_path / "b" / ".gitignore").mkdir()
    assert [Path(found.path).name for found in search([str(tmp_path)])] == ["a.yaml", "b.yaml"]


def test_named_files_are_found_once_whatever_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(tmp_path, {".git/HEAD": "", ".gitignore": "*", "d/a.yaml": ""})
    monkeypatch.chdir(tmp_path)
    paths = ["none.txt", "d", "none.txt", "d/a.yaml", "d/../d/a.yaml", STDIN]
    assert list(search(paths)) == [
        Found("none.txt", named=True),
        Found("d/a.yaml", named=True),
        Found(STDIN, named=True),
    ]


def test_a_file_named_with_its_folder_counts_as_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(tmp_path, {"a.yaml": "", "b.yaml": ""})
    monkeypatch.chdir(tmp_path)
    assert list(search([".", "b.yaml"])) == [
        Found("./a.yaml", named=False),
        Found("./b.yaml", named=True),
    ]


@pytest.mark.parametrize(
    ("data", "text", "bom"),
    [
        pytest.param(b"", "", False, id="empty"),
        pytest.param("ä: €\n".encode(), "ä: €\n", False, id="UTF-8"),
        pytest.param(b"a: 1\r\nb: 2\r", "a: 1\r\nb: 2\r", False, id="line ends are kept"),
        pytest.param(b"\xef\xbb\xbfa: 1", "a: 1", True, id="a byte order mark is set apart"),
        pytest.param(b"\xef\xbb\xbf\xef\xbb\xbf", "\ufeff", True, id="one of them"),
    ],
)
def test_read(tmp_path: Path, data: bytes, text: str, bom: bool) -> None:  # noqa: FBT001 -- a column
    path = str(tmp_path / "a.yaml")
    Path(path).write_bytes(data)
    assert read(Found(path, named=False)) == Source(path, text, bom, named=False)


def test_read_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(b"a: 1\r\n"), "ascii"))
    assert read(Found(STDIN, named=True)) == Source("<stdin>", "a: 1\r\n")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param("none.yaml", "cannot be read: no such file or directory", id="missing"),
        pytest.param("folder", "cannot be read: is a directory", id="a folder"),
        pytest.param("file/a.yaml", "cannot be read: not a directory", id="below a file"),
        pytest.param("n" * 5000, "cannot be read: file name too long", id="name too long"),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    path = str(tmp_path / name)
    with pytest.raises(CassetteError) as caught:
        read(Found(path, named=True))
    assert (caught.value.message, caught.value.where) == (message, path)


@pytest.mark.parametrize(
    ("data", "message", "line"),
    [
        pytest.param(b"a: 1\nb: \xe9\n", "not UTF-8: byte 0xe9", 2, id="Latin-1"),
        pytest.param("a: 1\n".encode("utf-16"), "not UTF-8: byte 0xff", 1, id="UTF-16"),
        pytest.param(b"\n\n\xed\xa0\x80", "not UTF-8: byte 0xed", 3, id="half a surrogate pair"),
    ],
)
def test_what_is_not_utf_8(tmp_path: Path, data: bytes, message: str, line: int) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(data)
    with pytest.raises(ParseError) as caught:
        read(Found(str(path), named=True))
    assert (caught.value.message, caught.value.where) == (message, f"{path}:{line}")
    assert "iconv" in caught.value.hint


def test_display_name() -> None:
    assert (display_name(STDIN), display_name("a-b.yaml")) == ("<stdin>", "a-b.yaml")


def test_create(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    create(str(path), "a: 1\r\n", bom=True)
    assert path.read_bytes() == b"\xef\xbb\xbfa: 1\r\n"
    with pytest.raises(CassetteError, match="the file already exists"):
        create(str(path), "b")
    path.chmod(0o640)
    create(str(path), "b", force=True)
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"b", 0o640)


def test_create_where_there_is_no_folder(tmp_path: Path) -> None:
    with pytest.raises(CassetteError, match="cannot be written: no such file or directory"):
        create(str(tmp_path / "none" / "a.yaml"), "b", force=True)


def test_a_full_disk_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(BytesIO):
        def flush(self) -> None:
            raise OSError(ENOSPC, "No space left on device")

    def open_full(path: str, mode: str) -> Full:
        Path(path).touch()
        assert mode == "xb"
        return Full()

    monkeypatch.setattr("builtins.open", open_full)
    path = tmp_path / "a.yaml"
    with pytest.raises(CassetteError, match="cannot be written: no space left on device"):
        create(str(path), "b")
    assert not path.exists()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(b"a: 1\n", b"a: 2\n", id="another text"),
        pytest.param(b"a: 1\r\nb: \xc3\xa4\r\n", b"a: 2\r\nb: \xc3\xa4\r\n", id="its line ends"),
        pytest.param(b"\xef\xbb\xbfa: 1", b"\xef\xbb\xbfa: 2", id="its byte order mark"),
    ],
)
def test_write(tmp_path: Path, before: bytes, after: bytes) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(before)
    source = read(Found(str(path), named=True))
    write(source, source.text.replace("1", "2"))
    assert path.read_bytes() == after
    assert [found.name for found in tmp_path.iterdir()] == ["a.yaml"]


@pytest.mark.parametrize("mode", [0o600, 0o664, 0o755])
def test_write_keeps_the_mode(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1")
    path.chmod(mode)
    write(read(Found(str(path), named=True)), "a: 2")
    assert (path.stat().st_mode & 0o777, path.read_bytes()) == (mode, b"a: 2")


def test_write_through_a_symbolic_link(tmp_path: Path) -> None:
    target = tmp_path / "folder" / "a.yaml"
    target.parent.mkdir()
    target.write_bytes(b"a: 1")
    link = tmp_path / "link.yaml"
    link.symlink_to("folder/a.yaml")
    write(read(Found(str(link), named=True)), "a: 2", backup=True)
    assert link.is_symlink()
    assert target.read_bytes() == b"a: 2"
    assert (tmp_path / "folder" / "a.yaml.bak").read_bytes() == b"a: 1"


def test_write_standard_input_to_standard_output(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", TextIOWrapper(BytesIO(), "ascii"))
    write(Source("<stdin>", "a: 1", bom=True), "a: ä")
    assert isinstance(sys.stdout, TextIOWrapper)
    assert isinstance(sys.stdout.buffer, BytesIO)
    assert sys.stdout.buffer.getvalue() == "\ufeffa: ä".encode()


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1")
    source = read(Found(str(path), named=True))
    path.write_bytes(b"a: 3")
    with pytest.raises(CassetteError, match="changed on disk in the meantime"):
        write(source, "a: 2", backup=True)
    assert path.read_bytes() == b"a: 3"
    assert [found.name for found in tmp_path.iterdir()] == ["a.yaml"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write what is read-only")
def test_a_read_only_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1")
    path.chmod(0o444)
    with pytest.raises(CassetteError, match=r"a\.yaml: cannot be written: it is read-only"):
        write(read(Found(str(path), named=True)), "a: 2")
    assert path.read_bytes() == b"a: 1"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1")
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(CassetteError, match="cannot be written: permission denied"):
            write(read(Found(str(path), named=True)), "a: 2")
    finally:
        tmp_path.chmod(0o755)
    assert path.read_bytes() == b"a: 1"


@pytest.mark.parametrize("step", ["os.fsync", "os.replace"])
def test_a_write_that_fails_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(ENOSPC, "No space left on device")

    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1")
    monkeypatch.setattr(step, fail)
    with pytest.raises(CassetteError, match="cannot be written: no space left on device"):
        write(read(Found(str(path), named=True)), "a: 2")
    assert path.read_bytes() == b"a: 1"
    assert [found.name for found in tmp_path.iterdir()] == ["a.yaml"]


def test_a_compressed_file(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml.gz"
    packed = gzip.compress(b"a: 1\n", mtime=1_760_000_001)
    path.write_bytes(packed)
    opened = read(Found(str(path), named=True))
    assert (opened.text, opened.packed) == ("a: 1\n", packed)
    write(opened, opened.text)
    assert path.read_bytes() == packed
    write(opened, "a: 2\n")
    assert gzip.decompress(path.read_bytes()) == b"a: 2\n"
    assert path.read_bytes()[:10] == packed[:10]


def test_a_new_file_whose_name_says_so_is_compressed(tmp_path: Path) -> None:
    create(str(tmp_path / "a.json.gz"), "{}")
    assert gzip.decompress((tmp_path / "a.json.gz").read_bytes()) == b"{}"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"\x1f\x8b\x08\0", "it is damaged or cut off", id="cut off"),
        pytest.param(
            gzip.compress(bytes(MAX_DECODED_BYTES + 1)),
            "it decompresses to more than anybody records",
            id="a bomb",
        ),
    ],
)
def test_a_compressed_file_that_cannot_be_read(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "a.yaml.gz"
    path.write_bytes(data)
    with pytest.raises(ParseError) as caught:
        read(Found(str(path), named=True))
    assert caught.value.message == f"a gzip file that cannot be read: {reason}"

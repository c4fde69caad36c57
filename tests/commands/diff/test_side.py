from pathlib import Path

from cassette_cli.commands.diff.side import Side, read_side


def test_from_disk_or_from_memory(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"\xef\xbb\xbfa: 1\n")
    on_disk, in_memory = Side(str(file)), Side(str(file), b"\xef\xbb\xbfa: 1\n")
    assert read_side(on_disk, named=True) == read_side(in_memory, named=True)
    assert (on_disk.size, in_memory.size) == (8, 8)


def test_a_file_that_is_not_there_has_no_size(tmp_path: Path) -> None:
    assert Side(str(tmp_path / "none")).size == 0

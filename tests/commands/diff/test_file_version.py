from pathlib import Path

from cassette_cli.commands.diff.file_version import FileVersion, read_version


def test_from_disk_or_from_memory(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"\xef\xbb\xbfa: 1\n")
    on_disk, in_memory = FileVersion(str(file)), FileVersion(str(file), b"\xef\xbb\xbfa: 1\n")
    assert read_version(on_disk, named=True) == read_version(in_memory, named=True)
    assert (on_disk.size, in_memory.size) == (8, 8)


def test_a_file_that_is_not_there_has_no_size(tmp_path: Path) -> None:
    assert FileVersion(str(tmp_path / "none")).size == 0

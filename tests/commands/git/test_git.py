import pytest

from tests.conftest import Main


@pytest.mark.usefixtures("git")
def test_install_status_uninstall(main_here: Main) -> None:
    code, shown, _ = main_here("git", "install", "--pattern", "fixtures/*.yaml")
    assert (code, "    fixtures/*.yaml diff=cassette" in shown) == (0, True)
    assert main_here("git", "status")[1].startswith("this repository: installed\n")
    assert main_here("git", "uninstall")[0] == 0
    assert main_here("git", "status")[1].startswith("this repository: not installed\n")


def test_outside_of_a_repository(
    main_here: Main, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert main_here("git", "install") == (
        2,
        "",
        "error: not in a git repository\nhint: --global writes the user's settings\n",
    )

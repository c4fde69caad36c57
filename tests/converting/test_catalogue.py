"""All targets."""

from cassette_cli.commands.convert.options import TargetName
from cassette_cli.converting.catalogue import target_named, targets


def test_the_command_offers_every_target() -> None:
    assert sorted(target.name for target in targets()) == sorted(TargetName)


def test_each_is_found_by_its_name() -> None:
    assert all(target_named(target.name) is target for target in targets())

"""All targets, found by their folder."""

from cassette_cli.converting.target import Target
from cassette_cli.plugins import collect


def targets() -> tuple[Target, ...]:
    """The targets, in the order of their file names."""
    return collect("cassette_cli.converting.targets", "TARGET", Target)


def target_named(name: str) -> Target:
    """The target of this name; KeyError where there is none."""
    return {target.name: target for target in targets()}[name]

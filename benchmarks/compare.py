"""Measure cassette beside the alternatives, in turn and in one run, and print ratios.

    python benchmarks/compare.py DIRECTORY [--runs N]

DIRECTORY holds cassettes. Each command is measured as a whole process, in CPU seconds (user and
system), in turn with its yardstick; the ratio is that of the medians, next to what it may be at
most. The yardstick for work on files is a plain `yaml.load(..., CSafeLoader)` of the same files,
that for starting up is `import typer`.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

SAMPLE = Path(__file__).parent.parent / "sample_cassettes/go-vcr"
SMALL = SAMPLE / "openai-chat-multi-tool-streaming.yaml"
CASSETTE = (sys.executable, "-m", "cassette_cli")

IMPORT_TYPER = (sys.executable, "-c", "import typer")
LOAD = """
import os, sys, yaml
for folder, _, names in os.walk(sys.argv[1]):
    for name in names:
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            try:
                yaml.load(file.read(), yaml.CSafeLoader)
            except yaml.YAMLError:
                pass
"""
ROUND_TRIP = """
import io, os, sys
from ruamel.yaml import YAML
same = all_files = 0
for folder, _, names in os.walk(sys.argv[1]):
    for name in sorted(names)[:20]:
        if name.endswith((".yaml", ".yml")):
            text = open(os.path.join(folder, name), encoding="utf-8").read()
            yaml, out = YAML(), io.StringIO()
            try:
                yaml.dump(yaml.load(text), out)
            except Exception:
                continue
            all_files += 1
            same += out.getvalue() == text
print(f"ruamel round-trip: {same} of {all_files} files come back byte for byte")
"""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A command, what it is measured against, and the ratio that it may have at most."""

    name: str
    command: tuple[str, ...]
    yardstick: tuple[str, ...]
    at_most: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directory")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--round-trip", action="store_true", help="ruamel's round-trip, too (slow)")
    arguments = parser.parse_args()
    print(f"{'':34} {'seconds':>8} {'yardstick':>9} {'ratio':>6} {'at most':>7}")
    for comparison in comparisons(arguments.directory):
        print(measure(comparison, arguments.runs), flush=True)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"peak memory of any process: {peak:.0f} MB")
    if arguments.round_trip:
        subprocess.run((sys.executable, "-c", ROUND_TRIP, arguments.directory), check=True)


def comparisons(directory: str) -> tuple[Comparison, ...]:
    load = (sys.executable, "-c", LOAD, directory)

    def work(name: str, *options: str, at_most: float) -> Comparison:
        return Comparison(name, (*CASSETTE, *options, "-j", "1", directory), load, at_most)

    version = (*CASSETTE, "--version")
    show = (*CASSETTE, "show", str(SMALL))
    return (
        Comparison("cassette --version", version, IMPORT_TYPER, 1.25),
        Comparison("cassette show, small file", show, IMPORT_TYPER, 2.5),
        work("cassette list", "list", at_most=3),
        work("cassette show --output-format jsonl", "show", "--output-format", "jsonl", at_most=4),
        work("cassette redact --check", "redact", "--check", at_most=4),
        work("cassette validate", "validate", at_most=4),
    )


def measure(comparison: Comparison, runs: int) -> str:
    """A line with the medians of both commands, run in turn, and their ratio."""
    seconds, yardstick = [], []
    for _ in range(runs + 1):
        yardstick.append(cpu_seconds(comparison.yardstick))
        seconds.append(cpu_seconds(comparison.command))
    # The first run of each warms the caches of the file system.
    one, other = statistics.median(seconds[1:]), statistics.median(yardstick[1:])
    return (
        f"{comparison.name:34} {one:8.2f} {other:9.2f} {one / other:6.2f} {comparison.at_most:7.2f}"
    )


def cpu_seconds(command: Sequence[str]) -> float:
    """What a process and its children spend, in user and system time."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        command,
        check=False,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "NO_COLOR": "1"},
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


if __name__ == "__main__":
    main()

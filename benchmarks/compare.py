"""Measure cassette beside the alternatives, in turn and in one run, and print ratios.

    python benchmarks/compare.py DIRECTORY [--runs N]

DIRECTORY holds cassettes, but those that are compared with each other are made here. Each command
is measured as a whole process, in CPU seconds (user and system), in turn with its yardstick; the
ratio is that of the medians, next to what it may be at most. What runs on all cores is measured in
elapsed seconds. The yardstick for work on files is a plain `yaml.load(..., CSafeLoader)` of the
same files, that for starting up is `import typer`.
"""

import argparse
import os
import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

SAMPLES = Path(__file__).parent.parent / "sample_cassettes/go-vcr"
STREAMED = SAMPLES / "openai-chat-multi-tool-streaming.yaml"
PLAIN = SAMPLES / "openai-chat-plain.yaml"
CASSETTE = (sys.executable, "-m", "cassette_cli")

IMPORT_TYPER = (sys.executable, "-c", "import typer")
# Ids that a recorder finds new each time.
ID = re.compile(r"\b(chatcmpl-|call_|req_)(\w+)")
MEGABYTE = 1_000_000

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


def cpu_seconds() -> float:
    """What all processes spent so far that were started here, in user and system time."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


@dataclass(frozen=True, slots=True)
class Comparison:
    """A command, what it is measured against, by which clock, and the ratio it may have at most."""

    name: str
    command: tuple[str, ...]
    yardstick: tuple[str, ...]
    at_most: float
    clock: Callable[[], float] = cpu_seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directory")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--round-trip", action="store_true", help="ruamel's round-trip, too (slow)")
    arguments = parser.parse_args()
    print(f"{'':34} {'seconds':>8} {'yardstick':>9} {'ratio':>6} {'at most':>7}")
    with TemporaryDirectory() as folder:
        for comparison in (*on_cassettes(arguments.directory), *on_pairs(Path(folder))):
            print(measure(comparison, arguments.runs), flush=True)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"peak memory of any process: {peak:.0f} MB")
    if arguments.round_trip:
        subprocess.run((sys.executable, "-c", ROUND_TRIP, arguments.directory), check=True)


def on_cassettes(directory: str) -> tuple[Comparison, ...]:
    load = (sys.executable, "-c", LOAD, directory)

    def work(name: str, *options: str, at_most: float) -> Comparison:
        return Comparison(name, (*CASSETTE, *options, "-j", "1", directory), load, at_most)

    version = (*CASSETTE, "--version")
    show = (*CASSETTE, "show", str(STREAMED))
    return (
        Comparison("cassette --version", version, IMPORT_TYPER, 1.25),
        Comparison("cassette show, small file", show, IMPORT_TYPER, 2.5),
        work("cassette list", "list", at_most=3),
        work("cassette show --output-format jsonl", "show", "--output-format", "jsonl", at_most=4),
        work("cassette redact --check", "redact", "--check", at_most=4),
        work("cassette validate", "validate", at_most=4),
        Comparison(
            f"the same on {os.cpu_count()} cores, elapsed",
            (*CASSETTE, "validate", directory),
            load,
            at_most=1,
            clock=time.perf_counter,
        ),
    )


def on_pairs(folder: Path) -> Iterator[Comparison]:
    """Two recordings of a megabyte each: of long streams, and of many short answers."""
    for sample, what in ((STREAMED, "streams"), (PLAIN, "plain answers")):
        pair = folder / sample.stem
        pair.mkdir()
        record_twice(sample, pair)
        diff = (*CASSETTE, "diff", str(pair / "a.yaml"), str(pair / "b.yaml"))
        load = (sys.executable, "-c", LOAD, str(pair))
        yield Comparison(f"cassette diff, {what}", diff, load, 6)


def record_twice(sample: Path, folder: Path) -> None:
    """Repeat the interactions of a sample; the second time with other ids and other words."""
    head, interactions = sample.read_text("utf-8").split("interactions:\n")
    text = interactions * (MEGABYTE // len(interactions))
    other = ID.sub(lambda found: f"{found[1]}{found[2][::-1]}", text).replace(" the ", " a ")
    for name, body in (("a.yaml", text), ("b.yaml", other)):
        (folder / name).write_text(f"{head}interactions:\n{body}", "utf-8")


def measure(comparison: Comparison, runs: int) -> str:
    """A line with the medians of both commands, run in turn, and their ratio."""
    seconds, yardstick = [], []
    for _ in range(runs + 1):
        yardstick.append(seconds_of(comparison.yardstick, comparison.clock))
        seconds.append(seconds_of(comparison.command, comparison.clock))
    # The first run of each warms the caches of the file system.
    one, other = statistics.median(seconds[1:]), statistics.median(yardstick[1:])
    return (
        f"{comparison.name:34} {one:8.2f} {other:9.2f} {one / other:6.2f} {comparison.at_most:7.2f}"
    )


def seconds_of(command: Sequence[str], clock: Callable[[], float]) -> float:
    before = clock()
    subprocess.run(
        command,
        check=False,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "NO_COLOR": "1"},
    )
    return clock() - before


if __name__ == "__main__":
    main()

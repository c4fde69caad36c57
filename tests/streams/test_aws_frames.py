import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cassette_cli.streams.aws_frames import (
    CUT_OFF,
    WRONG_CHECKSUM,
    Frame,
    frame_at,
    frames,
    is_frame_start,
    spell_frame,
    write_frame,
)
from cassette_cli.text import Span

HEADERS = b"\x0b:event-type\x07\x00\x05chunk"
FIRST = spell_frame(HEADERS, b'{"a": 1}')
SECOND = spell_frame(HEADERS, b"second")


def faults(content: bytes) -> list[tuple[bytes, str]]:
    return [(content[slice(*frame.payload)], frame.fault) for frame in frames(content)]


def flip(data: bytes, offset: int) -> bytes:
    changed = bytearray(data)
    changed[offset] ^= 0xFF
    return bytes(changed)


def test_the_empty_message_of_the_specification() -> None:
    assert spell_frame(b"", b"") == bytes.fromhex("000000100000000005c248eb7d98c8ff")


def test_parts_have_spans() -> None:
    content = FIRST + SECOND
    headers = Span(len(FIRST) + 12, len(FIRST) + 12 + len(HEADERS))
    assert frame_at(content, len(FIRST)) == Frame(
        span=Span(len(FIRST), len(content)),
        headers=headers,
        payload=Span(headers.end, len(content) - 4),
    )


def test_headers_that_are_cut_off_are_no_frame() -> None:
    assert frame_at(FIRST[:15], 0) is None


LONGER = FIRST.replace(b"1", b"1234")


@pytest.mark.parametrize(
    ("content", "found"),
    [
        pytest.param(b"", [], id="nothing holds no frame"),
        pytest.param(FIRST + SECOND, [(b'{"a": 1}', ""), (b"second", "")], id="whole frames"),
        pytest.param(
            flip(FIRST, -1) + SECOND,
            [(b'{"a": 1}', WRONG_CHECKSUM), (b"second", "")],
            id="a wrong checksum of the message is told",
        ),
        pytest.param(
            flip(FIRST, 8) + SECOND,
            [(b'{"a": 1}', WRONG_CHECKSUM), (b"second", "")],
            id="a wrong checksum of the lengths is told",
        ),
        pytest.param(
            LONGER + SECOND,
            [(b'{"a": 1234}', WRONG_CHECKSUM), (b"second", "")],
            id="a payload that was made longer ends at the next frame",
        ),
        pytest.param(
            FIRST + SECOND[:-6],
            [(b'{"a": 1}', ""), (b"seco", CUT_OFF)],
            id="a payload that is cut off is given",
        ),
        pytest.param(
            FIRST + SECOND[:-1],
            [(b'{"a": 1}', ""), (b"second", CUT_OFF)],
            id="a checksum that is cut off is no payload",
        ),
        pytest.param(FIRST + SECOND[:20], [(b'{"a": 1}', "")], id="headers cut off are no frame"),
        pytest.param(FIRST + SECOND[:5], [(b'{"a": 1}', "")], id="lengths cut off are no frame"),
        pytest.param(
            FIRST + b"\0\0\0\0junk\0\0\0" + SECOND,
            [(b'{"a": 1}', ""), (b"second", "")],
            id="junk between frames is skipped",
        ),
        pytest.param(
            b"\xff\xff\xff\xff" + FIRST[4:] + SECOND,
            [(b"second", "")],
            id="an absurd length is passed over",
        ),
    ],
)
def test_frames(content: bytes, found: list[tuple[bytes, str]]) -> None:
    assert faults(content) == found


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(FIRST, id="a frame"),
        pytest.param(flip(FIRST, 8), id="headers of AWS make up for a wrong checksum"),
        pytest.param(SECOND[:-20], id="a frame that is cut off"),
    ],
)
def test_a_frame_starts(content: bytes) -> None:
    assert is_frame_start(content, 0)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"\0\0\0\x20ftypisom\0\0\x02\0isomiso2", id="a film"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", id="a picture"),
        pytest.param(bytes(64), id="zeros"),
    ],
)
def test_no_frame_starts(content: bytes) -> None:
    assert not is_frame_start(content, 0)


@pytest.mark.parametrize(
    ("content", "rewritten"),
    [
        pytest.param(FIRST, spell_frame(HEADERS, b"new"), id="a whole frame"),
        pytest.param(flip(FIRST, -1), spell_frame(HEADERS, b"new"), id="checksums are made right"),
        pytest.param(
            FIRST[:-2],
            spell_frame(HEADERS, b"new")[:-4] + FIRST[-4:-2],
            id="a frame without all of its checksum stays so",
        ),
        pytest.param(
            FIRST[:-6],
            spell_frame(HEADERS, b"new??")[:-6],
            id="a frame goes on lacking as many bytes",
        ),
    ],
)
def test_write_frame(content: bytes, rewritten: bytes) -> None:
    (frame,) = frames(content)
    assert write_frame(content, frame, b"new") == rewritten


@pytest.mark.parametrize(
    "hostile",
    [
        pytest.param(bytes(1_000_000), id="zeros"),
        pytest.param(spell_frame(b"", b"")[:12] * 80_000, id="preludes without an end"),
        pytest.param(
            (spell_frame(b"", bytes(100_000))[:12] + b":" * 8) * 50_000,
            id="preludes that claim what follows them",
        ),
    ],
)
def test_hostile_bytes_take_linear_time(hostile: bytes) -> None:
    start = time.process_time()
    list(frames(hostile))
    assert time.process_time() - start < 5


@given(st.lists(st.binary()))
def test_botocore_reads_the_same(payloads: list[bytes]) -> None:
    buffer = pytest.importorskip("botocore.eventstream").EventStreamBuffer()
    content = b"".join(spell_frame(HEADERS, payload) for payload in payloads)
    buffer.add_data(content)
    assert [message.payload for message in buffer] == payloads
    assert faults(content) == [(payload, "") for payload in payloads]

from cassette_cli.recorders.lost import Losses, Reanswered, Unmatched
from cassette_cli.render.text.losses import loss_lines, losses_json

_LOSSES = Losses(
    (
        Unmatched(0, "go-vcr", "headers"),
        Unmatched(1, "go-vcr", "URL, headers"),
        Unmatched(2, "go-vcr", "headers"),
    ),
    (Reanswered(3, "go-vcr", 4),),
)


def test_loss_lines() -> None:
    assert list(loss_lines("a\n.yaml", _LOSSES, "will")) == [
        "a\\n.yaml: go-vcr will no longer match #0, #2 (headers); #1 (URL, headers)",
        "a\\n.yaml: go-vcr will answer #3 from #4",
    ]
    assert list(loss_lines("a.yaml", Losses(), "will")) == []


def test_losses_json() -> None:
    assert losses_json(Losses(_LOSSES.unmatched[:1], _LOSSES.reanswered)) == {
        "unmatched": [{"interaction": 0, "recorder": "go-vcr", "reason": "headers"}],
        "reanswered": [{"interaction": 3, "recorder": "go-vcr", "answered_by": 4}],
    }
    assert losses_json(Losses()) == {"unmatched": []}

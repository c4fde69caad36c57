"""The paths of Bedrock's runtime API, in which the model stands.

https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Operations_Amazon_Bedrock_Runtime.html
"""

import re

# The id of a model may be an ARN, which has slashes of its own.
_OPERATION = re.compile(r"/model/(?P<model>.+)/(?P<operation>[a-z-]+)/?$")


def operation_of(path: str) -> str | None:
    """What is asked of a model ("invoke", "converse-stream" …); None on any other path."""
    found = _OPERATION.search(path)
    return found["operation"] if found else None


def model_in_url(path: str) -> str | None:
    """The id or ARN of the model; None on any other path."""
    found = _OPERATION.search(path)
    return found["model"] if found else None

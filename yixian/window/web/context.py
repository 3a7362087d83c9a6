"""What every page of the window is given."""

from typing import Any

from django.http import HttpRequest


def window(request: HttpRequest) -> dict[str, Any]:
    """Whether the reader asked for large type (长辈版)."""
    return {"size": "large" if request.COOKIES.get("yixian_size") == "large" else "normal"}

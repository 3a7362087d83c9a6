from tests.protection.conftest import office

__all__ = ["office"]

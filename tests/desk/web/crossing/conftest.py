from tests.assessment.conftest import area

__all__ = ["area"]

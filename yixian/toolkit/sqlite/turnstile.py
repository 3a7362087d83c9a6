"""A lock that lets people through in the order in which they came."""

from collections import deque
from threading import Lock


class Turnstile:
    """``threading.Lock`` wakes whom it likes, and lets a newcomer slip in before those who wait."""

    def __init__(self) -> None:
        self._guard = Lock()
        self._taken = False
        self._waiting: deque[Lock] = deque()

    def enter(self, patience: float) -> bool:
        """Wait for one's turn at most ``patience`` seconds; says whether it came."""
        with self._guard:
            if not self._taken:
                self._taken = True
                return True
            turn = Lock()
            turn.acquire()
            self._waiting.append(turn)
        return turn.acquire(timeout=patience) or self._gave_up(turn)

    def leave(self) -> None:
        """Hand over to the first who waits. Whoever leaves must have entered."""
        with self._guard:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._taken = False

    def _gave_up(self, turn: Lock) -> bool:
        """Out of the queue, unless the turn came in the last moment."""
        with self._guard:
            if turn in self._waiting:
                self._waiting.remove(turn)
                return False
        return True

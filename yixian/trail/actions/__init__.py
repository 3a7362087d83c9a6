"""What the trail does: record an attempt, wrap an action so that it records itself, seal the head."""

from yixian.trail.actions.heads import seal_head
from yixian.trail.actions.leaves import leaves_trail, subject_of
from yixian.trail.actions.recording import Actor, record

__all__ = ["Actor", "leaves_trail", "record", "seal_head", "subject_of"]

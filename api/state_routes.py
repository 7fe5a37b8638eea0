"""Whether the process is up and the index open."""

from fastapi import APIRouter

from api.framework_bodies import HealthOut, ReadyOut
from api.framework_shapes import ready_out
from api.routes import Now, problems

router = APIRouter(tags=["state"], responses=problems(500))


@router.get("/health")
def health() -> HealthOut:
    """Say that the process is up, whatever the index."""
    return HealthOut()


@router.get("/ready", responses=problems(503))
def ready(opened: Now) -> ReadyOut:
    """Say which index is open and which editions answer."""
    return ready_out(opened.library)

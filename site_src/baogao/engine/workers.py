"""Who does the work: this process, several on this machine, or the workers of a Dask cluster."""
import gc
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

from baogao.charts import svg

Shared, Item, Result = TypeVar("Shared"), TypeVar("Item"), TypeVar("Result")
Task = Callable[[Shared, Item], Result]
DASK = "dask://"
FEWEST = 2  # items for which processes are begun
_task: list = []  # of a process of a crew: what to do, and what it shares with the others


def jobs() -> int:
    """Return how many processes can work at once on this machine."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def each(task: Task, shared: Shared, items: Sequence[Item], jobs: int = 1, cluster: str = "") -> Iterator[Result]:
    """Yield `task(shared, item)` for every item, in order; with one job, or few items, without another process.

    `shared` goes to every process once. A cluster's address begins with `dask://`. Raises what a task raises, and
    `concurrent.futures.BrokenExecutor` where a process ends before its work.
    """
    if cluster and items:
        yield from _on_cluster(task, shared, items, cluster)
    elif min(jobs, len(items)) < FEWEST:
        yield from (task(shared, item) for item in items)
    else:
        with ProcessPoolExecutor(min(jobs, len(items)), _context(), _begin, (task, shared)) as pool:
            yield from pool.map(_work, items)


def _context() -> multiprocessing.context.BaseContext:
    """Return how processes begin: as copies of this one where that is safe, as what is shared need not be packed then."""
    return multiprocessing.get_context("fork" if sys.platform == "linux" and not svg.has_begun_threads() else "spawn")


def _begin(task: Task, shared: object) -> None:
    gc.freeze()  # what was copied stays as it is: there is no garbage in it, and looking for some would copy it for good
    _task[:] = task, shared
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End when the process that began this one is gone: a killed build leaves nobody writing."""
    multiprocessing.parent_process().join()
    os._exit(1)


def _work(item: object) -> object:
    task, shared = _task
    return task(shared, item)


def _on_cluster(task: Task, shared: Shared, items: Sequence[Item], cluster: str) -> Iterator[Result]:
    from dask.distributed import Client  # an optional extra: only where there is a cluster

    with Client("tcp://" + cluster.removeprefix(DASK)) as client:
        everywhere = client.scatter(shared, broadcast=True, hash=False)
        yield from client.gather(client.map(task, [everywhere] * len(items), items, pure=False))

"""Who does the work: this process, several on this machine, or the workers of a Dask cluster."""

import gc
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import TypeVar

from baogao.charts import svg
from baogao.content.generator_files import CodeChanged
from baogao.engine.code_fingerprint import code

Shared, Item, Result = TypeVar("Shared"), TypeVar("Item"), TypeVar("Result")
Task = Callable[[Shared, Item], Result]
DASK = "dask://"
OTHER = "another process has other code: build again (on a cluster, begin its workers anew)"
FEWEST = 2  # items for which processes are begun
_task: list = []  # of a process of a crew: what to do, what all share, and with which code


def jobs() -> int:
    """Return how many processes can work at once on this machine."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def each(
    task: Task, shared: Shared, items: Sequence[Item], jobs: int = 1, cluster: str = ""
) -> Iterator[Result]:
    """Yield `task(shared, item)` for every item, in order; with one job, or few items, without another process.

    `shared` goes to every process once. A cluster's address begins with `dask://`. Raises what a task raises, and
    `concurrent.futures.BrokenExecutor` where a process ends before its work.
    """
    if cluster and items:
        yield from _on_cluster(task, shared, items, cluster)
    elif min(jobs, len(items)) < FEWEST:
        yield from (task(shared, item) for item in items)
    else:
        with ProcessPoolExecutor(
            min(jobs, len(items)), _context(), _begin, (task, shared, code())
        ) as pool:
            yield from pool.map(_work, items)


def _context() -> multiprocessing.context.BaseContext:
    """Return how processes begin: as copies of this one where that is safe, as what is shared need not be packed then."""
    return multiprocessing.get_context(
        "fork" if sys.platform == "linux" and not svg.has_begun_threads() else "spawn"
    )


def _begin(task: Task, shared: object, known: str) -> None:
    gc.freeze()  # what was copied stays as it is: there is no garbage in it, and looking for some would copy it for good
    _task[:] = task, shared, known
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End when the process that began this one is gone: a killed build leaves nobody writing."""
    multiprocessing.parent_process().join()
    os._exit(1)


def _work(item: object) -> object:
    return _done(*_task, item)


def _done(task: Task, shared: Shared, known: str, item: Item) -> Result:
    """Do a piece of work in another process, unless the code there is not that of the first."""
    if code() != known:
        raise CodeChanged(OTHER)
    return task(shared, item)


def _on_cluster(
    task: Task, shared: Shared, items: Sequence[Item], cluster: str
) -> Iterator[Result]:
    from dask.distributed import Client  # an optional extra: only where there is a cluster

    with Client("tcp://" + cluster.removeprefix(DASK)) as client:
        everywhere = client.scatter(shared, broadcast=True, hash=False)
        given = zip(*((everywhere, code(), item) for item in items))
        yield from client.gather(client.map(partial(_done, task), *map(list, given), pure=False))

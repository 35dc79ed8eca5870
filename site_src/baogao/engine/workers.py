"""Who does the work: this process, several on this machine, or the workers of a Dask cluster."""

import gc
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import Any, TypeVar

from baogao.charts import vega_to_svg
from baogao.content.files.own_files_read_once import CodeChanged
from baogao.engine.code_fingerprint import code_fingerprint
from baogao.record_decorator import collect_garbage_seldom

Shared = TypeVar("Shared")
Item = TypeVar("Item")
Result = TypeVar("Result")
Task = Callable[[Shared, Item], Result]

DASK = "dask://"
OTHER = "another process has other code: build again (on a cluster, begin its workers anew)"
FEWEST = 2  # items for which processes are begun
# In a process that was begun for work: the task, what all items share, and the code's fingerprint.
_task: list[Any] = []


def processors() -> int:
    """Return how many processes can work at once on this machine."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run_each(
    task: Task[Shared, Item, Result],
    shared: Shared,
    items: Sequence[Item],
    jobs: int = 1,
    cluster: str = "",
) -> Iterator[Result]:
    """Yield `task(shared, item)` for every item, in order.

    With one job, or few items, no other process is begun; `shared` goes to every process once. A
    cluster's address begins with `dask://`. Raises what a task raises, and
    `concurrent.futures.BrokenExecutor` where a process ends before its work.
    """
    if cluster and items:
        yield from _on_cluster(task, shared, items, cluster)
    elif min(jobs, len(items)) < FEWEST:
        yield from (task(shared, item) for item in items)
    else:
        begin_with = task, shared, code_fingerprint()
        with ProcessPoolExecutor(
            min(jobs, len(items)), _context(), _begin_process, begin_with
        ) as pool:
            yield from pool.map(_work, items)


def run_alone(task: Task[Shared, Item, Result], shared: Shared, item: Item) -> Result:
    """Return `task(shared, item)`, done by a process that does nothing else and may end over it.

    Raises what `run_each` raises.
    """
    begin_with = task, shared, code_fingerprint()
    with ProcessPoolExecutor(1, _context(), _begin_process, begin_with) as pool:
        done: Result = pool.submit(_work, item).result()
    return done


def _context() -> multiprocessing.context.BaseContext:
    """Return how processes begin.

    They are copies of this one where that is safe: what is shared need not be packed then.
    """
    safe = sys.platform == "linux" and not vega_to_svg.has_begun_threads()
    return multiprocessing.get_context("fork" if safe else "spawn")


def _begin_process(task: Task[Shared, Item, Result], shared: Shared, fingerprint: str) -> None:
    # What was copied holds no garbage, and looking for some would copy it for good.
    gc.freeze()
    collect_garbage_seldom()
    _task[:] = task, shared, fingerprint
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End when the process that began this one is gone: a killed build leaves nobody writing."""
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
    os._exit(1)


def _work(item: Any) -> Any:
    task, shared, fingerprint = _task
    return _run_one(task, shared, fingerprint, item)


def _run_one(
    task: Task[Shared, Item, Result], shared: Shared, fingerprint: str, item: Item
) -> Result:
    """Do a piece of work in another process, unless the code there is not that of the first."""
    if code_fingerprint() != fingerprint:
        raise CodeChanged(OTHER)
    return task(shared, item)


def _on_cluster(
    task: Task[Shared, Item, Result], shared: Shared, items: Sequence[Item], cluster: str
) -> Iterator[Result]:
    from dask.distributed import Client  # an optional extra: only where there is a cluster

    with Client("tcp://" + cluster.removeprefix(DASK)) as client:
        everywhere = client.scatter(shared, broadcast=True, hash=False)
        run = partial(_run_one, task)
        times = len(items)
        shareds, fingerprints = [everywhere] * times, [code_fingerprint()] * times
        yield from client.gather(client.map(run, shareds, fingerprints, list(items), pure=False))

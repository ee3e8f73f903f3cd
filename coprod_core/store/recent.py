"""The meetings used last, kept in memory."""

import threading
from collections import OrderedDict
from typing import Generic, TypeVar

Item = TypeVar("Item")


class Recent(Generic[Item]):
    """At most `most` items by key; the one used longest ago leaves first. Safe to share between threads."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._items: OrderedDict[str, Item] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: str) -> Item | None:
        """What is kept under a key, which is then the latest; None when nothing is."""
        with self._lock:
            if key in self._items:
                self._items.move_to_end(key)
            return self._items.get(key)

    def put(self, key: str, item: Item) -> None:
        """Keeps an item as the latest; the one used longest ago goes when there is no room."""
        with self._lock:
            self._put(key, item)

    def replace(self, key: str, old: Item | None, new: Item) -> None:
        """Puts `new` in the place of `old`, unless somebody else put something there meanwhile: theirs is fresher."""
        with self._lock:
            if self._items.get(key) is old:
                self._put(key, new)

    def forget(self, key: str) -> None:
        """Lets go of what is kept under a key, if anything is."""
        with self._lock:
            self._items.pop(key, None)

    def _put(self, key: str, item: Item) -> None:
        self._items[key] = item
        self._items.move_to_end(key)
        if len(self._items) > self._most:
            self._items.popitem(last=False)

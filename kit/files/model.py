"""What the models of files have in common: two that hold the same are equal, and show what they hold.

Written once here rather than generated for each of them, which would cost every start of Kit 4 ms.
"""

from __future__ import annotations

from typing import Any, ClassVar


class Model:
    """The base of dataclasses that are declared with ``eq=False, repr=False``."""

    __slots__ = ()
    __dataclass_fields__: ClassVar[dict[str, Any]]

    def __eq__(self, other: object) -> bool:
        return self._values() == other._values() if isinstance(other, type(self)) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        told = zip(self.__dataclass_fields__, self._values(), strict=True)
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in told)})"

    def _values(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in self.__dataclass_fields__)

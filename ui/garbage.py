"""Keeps Python's full garbage collections out of the user's way: they stop every thread while they last."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from ui.jobs import Job, Jobs

_NEVER = 1 << 30
_QUIET = 30_000


class GarbageKeeper(QObject):
    """From now on the old generation is collected only while the user is in another program, or has gone away.

    A collection of everything takes tenths of a second after a large import, and it comes at any moment, in any thread.
    The young generations are collected as ever; what survived one is put aside until the next.
    """

    def __init__(self, jobs: Jobs) -> None:
        super().__init__(jobs)
        self._jobs = jobs
        young, middle, _ = gc.get_threshold()
        gc.set_threshold(young, middle, _NEVER)
        gc.freeze()
        self._clock = QTimer(self, singleShot=True, interval=_QUIET)
        self._clock.timeout.connect(self._collect)
        jobs.finished.connect(self._put_off)

    def _put_off(self, _: Job) -> None:
        self._clock.start()

    def _collect(self) -> None:
        looking = QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive
        if looking or self._jobs.running:
            self._clock.start()
        else:
            gc.unfreeze()
            gc.collect()
            gc.freeze()

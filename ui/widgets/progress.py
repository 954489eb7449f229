"""The strip that shows how far a job is, once it takes longer than a blink."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ui import theme
from ui.jobs import Job, Jobs
from ui.widgets.buttons import LinkButton
from ui.widgets.text import label

DELAY = 200


class ProgressStrip(QWidget):
    """What the runner is doing: label, bar, 取消; hidden while nothing runs and during the first 200 ms."""

    def __init__(self, jobs: Jobs, *, height: int = 24) -> None:
        super().__init__()
        self._job: Job | None = None
        self._jobs = jobs
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.label = label(size=12, colour=theme.INK2)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(160)
        self.cancel = LinkButton("取消", self._cancel, size=12)
        for part in (self.label, self.bar, self.cancel):
            row.addWidget(part)
        self.setFixedHeight(height)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(DELAY)
        self._clock.timeout.connect(self.show)
        jobs.started.connect(self._start)
        jobs.finished.connect(self._finish)
        self.hide()

    def _start(self, job: Job) -> None:
        if self._job is None:
            self._watch(job)

    def _watch(self, job: Job) -> None:
        self._job = job
        self.label.setText(job.label)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(job.label)
        self.cancel.setVisible(job.cancellable)
        self.cancel.setEnabled(True)
        self.cancel.setText("取消")
        job.progressed.connect(self._advance)
        self._clock.start()

    def _advance(self, done: int, total: int) -> None:
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self.cancel.setEnabled(False)
            self.cancel.setText("正在取消")

    def _finish(self, job: Job) -> None:
        if job is not self._job:
            return
        self._job = None
        job.progressed.disconnect(self._advance)
        waiting = [other for other in self._jobs.running if other is not job]
        if waiting:
            self._watch(waiting[0])
        else:
            self._clock.stop()
            self.hide()

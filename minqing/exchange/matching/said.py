"""What was answered about one doubtful row, part by part."""

from __future__ import annotations

from dataclasses import dataclass

from minqing.exchange.plan import NEW_RECORD, WHOLE_ROW, Answers


@dataclass(frozen=True, slots=True)
class Said:
    """The answers about a row: a slot to a record id, or to ``NEW_RECORD``."""

    answers: Answers

    def about(self, slot: str) -> bool:
        """Whether anything was said of this part, or of the row as a whole."""
        return slot in self.answers or WHOLE_ROW in self.answers

    def is_new(self, slot: str) -> bool:
        """Whether this part was said to be none of the records in the book."""
        return self.answers.get(slot, self.answers.get(WHOLE_ROW)) == NEW_RECORD

    def record(self, slot: str) -> str:
        """The id of the record that this part was said to be about, or a blank."""
        answer = self.answers.get(slot, "")
        return "" if answer == NEW_RECORD else answer

    @property
    def of_whole_row(self) -> str:
        """The id of the record that the row as a whole was said to be about, or a blank."""
        return self.record(WHOLE_ROW)

    @property
    def home_is_new(self) -> bool:
        """Whether the household was said to be a new one, also where another part is a known record of another."""
        return self.answers.get("household") == NEW_RECORD

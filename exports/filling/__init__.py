"""Filling an office's own workbook: our rows in its table, every other part of it untouched."""

from __future__ import annotations

from exports.filling.fill import fill_workbook
from exports.filling.page_book import fill_page_sheets
from exports.filling.pages import Page, PageFile, fill_pages

__all__ = ["Page", "PageFile", "fill_page_sheets", "fill_pages", "fill_workbook"]

"""The article as one reads it: its text, its sections in colour, and their labels beside it."""

from briefing.ui.article.view import ArticleView

__all__ = ["ArticleView"]

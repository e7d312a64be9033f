"""Where editors work: bring articles in, see what was found in them, put right what is wrong."""

from django.contrib import admin

from articles.admin.articles import ArticleAdmin
from articles.admin.decisions import MatchDecisionAdmin
from articles.admin.findings import CorrectionAdmin, QuotationAdmin, SpeakerAdmin
from articles.admin.same_speakers import SameSpeakerAdmin
from articles.admin.sources import OutletAdmin, StoryAdmin

admin.site.site_header = "Comparer"
admin.site.site_title = "Comparer"
admin.site.index_title = "Stories, articles and who is quoted"

__all__ = [
    "ArticleAdmin",
    "CorrectionAdmin",
    "MatchDecisionAdmin",
    "OutletAdmin",
    "QuotationAdmin",
    "SameSpeakerAdmin",
    "SpeakerAdmin",
    "StoryAdmin",
]

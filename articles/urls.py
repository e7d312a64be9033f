"""The map of everything a reader opens, by noun."""

from django.urls import path

from articles.views import about, api, articles, exports, feeds, search, speakers, statements, stories

urlpatterns = [
    path("", stories.home, name="home"),
    path("stories/<slug:slug>/", stories.story, name="story"),
    path("stories/<slug:slug>/side-by-side/", stories.side_by_side, name="side-by-side"),
    path("stories/<slug:slug>/export.csv", exports.story_csv, name="story-csv"),
    path("stories/<slug:slug>/export.json", exports.story_json, name="story-json"),
    path("articles/<int:pk>/", articles.article, name="article"),
    path("statements/<int:pk>/", statements.statement, name="statement"),
    path("speakers/", speakers.speakers, name="speakers"),
    path("speakers/<slug:slug>/", speakers.speaker, name="speaker"),
    path("search/", search.search, name="search"),
    path("feed/", feeds.stories, name="feed"),
    path("speakers/<slug:slug>/feed/", feeds.speaker, name="speaker-feed"),
    path("search/feed/", feeds.search, name="search-feed"),
    path("api/", api.index, name="api"),
    path("api/help/", api.help_text, name="api-help"),
    path("api/stories/", api.stories, name="api-stories"),
    path("api/stories/<slug:slug>/", api.story, name="api-story"),
    path("api/statements/<int:pk>/", api.statement, name="api-statement"),
    path("api/speakers/<slug:slug>/", api.speaker, name="api-speaker"),
    path("api/search/", api.search, name="api-search"),
    path("method/", about.method, name="method"),
    path("favicon.ico", about.favicon, name="favicon"),
    path("healthz", about.healthz, name="healthz"),
]

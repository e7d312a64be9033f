"""The map of addresses: the admin, and everything a reader opens."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("articles.urls")),
]

handler404 = "articles.views.refusals.not_found"
handler500 = "articles.views.refusals.server_error"

"""The project's settings as the tests see them: no collected static files, no HTTPS, quick passwords."""

import os

os.environ.setdefault("SECRET_KEY", "only-for-tests-" + "0" * 50)
os.environ["PLAIN_HTTP"] = "1"

from comparer.settings import *  # noqa: F403
from comparer.settings import CACHES, STORAGES

STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
# Rows of one test have the keys of another's: no answer is kept but where a test asks for it.
CACHES = {name: {"BACKEND": "django.core.cache.backends.dummy.DummyCache"} for name in CACHES}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ALLOWED_HOSTS = ["*"]

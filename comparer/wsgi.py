"""The WSGI application that gunicorn serves."""

import os

from django.core.wsgi import get_wsgi_application

from comparer.checks import require_secret

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "comparer.settings")
require_secret()

application = get_wsgi_application()

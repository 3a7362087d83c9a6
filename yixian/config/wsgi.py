"""What the server imports."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yixian.config.settings.office")
application = get_wsgi_application()

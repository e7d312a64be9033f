"""How gunicorn serves the app. It reads PORT and WEB_CONCURRENCY from the environment by itself."""

# Threads keep a connection open for what a page asks next; gunicorn's plain worker closes it after each
# answer, which costs a reader far away a round trip for every file, and lets one slow reader hold up all.
worker_class = "gthread"
threads = 4
# Longer than the router of a platform keeps it, so that none is closed while a request is on its way.
keepalive = 100

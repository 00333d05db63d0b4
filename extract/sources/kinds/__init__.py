"""One module a kind of source. Each has ``async def fetch(source, visitor)``, which yields Received and Refused.

``source`` is an entry of sources.yml, ``visitor`` fetches politely for it (kinds that read files leave it alone).
"""

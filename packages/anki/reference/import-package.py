"""Imports packages, one after another, into a fresh collection of the real Anki (2.1.15, Debian's `anki`), and prints
what it holds then as JSON: `python3 import-package.py FILE…`, with Anki's `anki` package on PYTHONPATH."""

import json
import os
import sys
import tempfile

from anki import Collection
from anki.importing.apkg import AnkiPackageImporter

FOLDER = tempfile.mkdtemp()
collection = Collection(os.path.join(FOLDER, "collection.anki2"))
imports = []
for path in sys.argv[1:]:
    importer = AnkiPackageImporter(collection, path)
    importer.run()
    imports.append({"added": importer.added, "updated": importer.updated, "identical": importer.dupes})

rows = collection.db.all(
    "select n.guid, n.flds, n.tags, c.id, c.did, c.type, c.queue, c.due, c.ivl, c.factor, c.reps, c.lapses, c.data "
    "from notes n join cards c on c.nid = n.id order by n.guid"
)
cards = []
for guid, fields, tags, cid, did, kind, queue, due, interval, factor, reps, lapses, data in rows:
    card = collection.getCard(cid)
    cards.append(
        {
            "guid": guid,
            "fields": fields.split("\x1f"),
            "tags": tags.split(),
            "deck": collection.decks.name(did),
            "type": kind,
            "queue": queue,
            "daysToDue": due - collection.sched.today if queue == 2 else None,
            "due": due,
            "interval": interval,
            "factor": factor,
            "reps": reps,
            "lapses": lapses,
            "data": json.loads(data or "{}"),
            "question": card.q(),
            "answer": card.a(),
            "reviews": collection.db.all("select id, ease, time, type from revlog where cid = ? order by id", cid),
        }
    )
message, is_sound = collection.fixIntegrity()
print(json.dumps({"imports": imports, "cards": cards, "isSound": is_sound, "message": message}))

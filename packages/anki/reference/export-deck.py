"""Makes `frozen/anki-2.1.15.apkg` with the real Anki (2.1.15, Debian's `anki`): notes of several types, answered with
its own scheduler, written by its own exporter. `python3 export-deck.py FILE`, with `anki` on PYTHONPATH."""

import os
import sys
import tempfile

from anki import Collection
from anki.exporting import AnkiPackageExporter

TARGET = os.path.abspath(sys.argv[1])
FOLDER = tempfile.mkdtemp()
os.chdir(FOLDER)
collection = Collection(os.path.join(FOLDER, "collection.anki2"))
deck = collection.decks.id("Geography::Europe")
collection.decks.select(deck)

with open(os.path.join(collection.media.dir(), "map.png"), "wb") as picture:
    picture.write(b"\x89PNG\r\n\x1a\n")


def add(model, fields, tags=""):
    collection.models.setCurrent(collection.models.byName(model))
    note = collection.newNote()
    note.model()["did"] = deck
    for name, value in fields.items():
        note[name] = value
    note.tags = tags.split()
    collection.addNote(note)
    return note.cards()


answered = add("Basic", {"Front": "Capital of <b>France</b>?", "Back": "Paris<br><i>on the Seine</i>"}, "capital europe::west")
add("Basic (and reversed card)", {"Front": "Rome&nbsp;", "Back": "<div>Italy</div>"}, "capital")
add("Basic (type in the answer)", {"Front": "Capital of Spain?", "Back": "Madrid"})
add("Basic", {"Front": 'Which country?<img src="map.png">[sound:anthem.mp3]', "Back": "Norway"})
add("Basic", {"Front": '<img src="map.png">', "Back": "Only a picture"})
add("Cloze", {"Text": "{{c1::Lisbon::a city}} lies in {{c2::Portugal}}, on the {{c1::Tagus}}.", "Extra": "<code>LIS</code>"})
add("Basic", {"Front": r"Area of a circle: \(\pi r^2\)?", "Back": '<span style="color: red">yes</span> <a href="https://example.org">more</a>'})

learning, suspended = add("Basic", {"Front": "Still learned", "Back": "yes"}), add("Basic", {"Front": "Put aside", "Back": "yes"})
collection.sched.suspendCards([suspended[0].id])
collection.reset()


def answer(card, ease):
    card = collection.getCard(card.id)
    card.startTimer()
    collection.sched.answerCard(card, ease)


answer(answered[0], 2)  # good, one step on
answer(answered[0], 2)  # good, graduates
answer(learning[0], 1)  # again
collection.save()

exporter = AnkiPackageExporter(collection)
exporter.did = collection.decks.id("Geography")
exporter.includeSched = True
exporter.includeMedia = True
exporter.exportInto(TARGET)

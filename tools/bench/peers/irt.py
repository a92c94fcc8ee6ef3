"""python3 irt.py CELLS PERSONS ITEMS MODEL: fits one-byte cells (255 = missing) with girth, if it is installed."""
import sys
import time

import girth
import numpy

path, persons, items, model = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
cells = numpy.fromfile(path, dtype=numpy.uint8).astype(int).reshape(persons, items).T
cells[cells == 255] = girth.INVALID_RESPONSE
fits = {
    "rasch": girth.rasch_mml,
    "2pl": girth.twopl_mml,
    "grm": lambda x: girth.grm_mml(x + 1),
    "gpcm": lambda x: girth.gpcm_mml(x + 1),
}
if model in fits:
    begun = time.perf_counter()
    fits[model](cells)
    print("girth", f"{time.perf_counter() - begun:.3f} s", "no log-likelihood", sep="\t")

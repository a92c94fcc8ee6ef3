"""python3 learning.py CELLS LABELS FEATURES TRAIN_ROWS THREADS: trains XGBoost on float32 files, prints one JSON line."""
import json
import resource
import sys
import time

import numpy
import xgboost

cells, labels, features, train, threads = sys.argv[1], sys.argv[2], *map(int, sys.argv[3:6])
x = numpy.fromfile(cells, dtype=numpy.float32).reshape(-1, features)
y = numpy.fromfile(labels, dtype=numpy.float32)
parameters = {
    "objective": "binary:logistic",
    "tree_method": "hist",
    "max_depth": 6,
    "eta": 0.1,
    "max_bin": 256,
    "nthread": threads,
}


def cpu():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


begun, used = time.perf_counter(), cpu()
booster = xgboost.train(parameters, xgboost.DMatrix(x[:train], y[:train], nthread=threads), 100)
wall, spent = time.perf_counter() - begun, cpu() - used
p = booster.predict(xgboost.DMatrix(x[train:], nthread=threads))
order = numpy.argsort(p, kind="mergesort")
ranks = numpy.empty(len(p))
values, inverse, counts = numpy.unique(p, return_inverse=True, return_counts=True)
ranks = (numpy.cumsum(counts) - (counts - 1) / 2)[inverse]
held = y[train:] == 1
auc = (ranks[held].sum() - held.sum() * (held.sum() + 1) / 2) / (held.sum() * (~held).sum())
print(json.dumps({"version": xgboost.__version__, "wallMs": wall * 1000, "cpuMs": spent * 1000, "auc": auc}))

"""python3 reference.py > reference.json: XGBoost's trees, predictions and metrics on low-cardinality data."""
import json

import numpy
import xgboost

rng = numpy.random.RandomState(20)
ROWS, HELD = 600, 200
levels = [3, 12, 40, 2, 25, 7]
x = numpy.column_stack([rng.randint(0, k, ROWS + HELD) for k in levels]).astype(numpy.float64)
x[:, 1] = x[:, 1] / 4 - 1
x[:, 4] = numpy.round(numpy.exp(x[:, 4] / 6), 2)
x[rng.rand(ROWS + HELD) < 0.1, 2] = numpy.nan
x[rng.rand(ROWS + HELD) < 0.3, 5] = numpy.nan
signal = (
    x[:, 1]
    + 0.05 * numpy.nan_to_num(x[:, 2], nan=-8.0)
    + (x[:, 0] == 1) * (x[:, 3] == 1)
    - 0.02 * x[:, 4]
    + rng.randn(ROWS + HELD) * 0.6
)
labels = {
    "binary": (signal > 1).astype(int),
    "number": numpy.round(3 * signal, 3),
    "count": rng.poisson(numpy.exp(0.4 * signal)),
    "class": numpy.digitize(signal, [0.0, 1.0, 2.0]),
}
weights = numpy.round(0.5 + rng.rand(ROWS), 3)

CASES = [
    ("plain", "binary", {"objective": "binary:logistic", "max_depth": 4, "eta": 0.3}, 20, False),
    ("weighted", "binary", {"objective": "binary:logistic", "max_depth": 5, "eta": 0.1, "scale_pos_weight": 3}, 15, True),
    ("regularised", "binary", {"objective": "binary:logistic", "gamma": 1.5, "lambda": 2.5, "alpha": 0.7, "min_child_weight": 4}, 15, False),
    ("base score", "binary", {"objective": "binary:logistic", "base_score": 0.2, "max_depth": 1, "eta": 0.5}, 10, False),
    ("monotone", "binary", {"objective": "binary:logistic", "max_depth": 4, "monotone_constraints": "(0,1,-1,0,0,0)"}, 12, False),
    ("regression", "number", {"objective": "reg:squarederror", "max_depth": 6, "eta": 0.2, "min_child_weight": 3}, 15, False),
    ("deep", "number", {"objective": "reg:squarederror", "max_depth": 11, "eta": 0.4, "min_child_weight": 0}, 6, False),
    ("bounded step", "binary", {"objective": "binary:logistic", "max_delta_step": 0.4, "max_depth": 3}, 10, False),
    ("poisson", "count", {"objective": "count:poisson", "max_depth": 4, "eta": 0.3}, 12, True),
    ("classes", "class", {"objective": "multi:softprob", "num_class": 4, "max_depth": 4, "eta": 0.3}, 8, False),
]
METRICS = {
    "binary": ["logloss", "error", "auc", "aucpr", "rmse", "mae"],
    "number": ["rmse", "mae"],
    "count": ["poisson-nloglik", "rmse"],
    "class": ["mlogloss", "merror"],
}


def rounded(values):
    return [float("%.9g" % value) for value in numpy.asarray(values, dtype=numpy.float64).ravel()]


out = []
for name, target, parameters, rounds, is_weighted in CASES:
    y = labels[target]
    train = xgboost.DMatrix(x[:ROWS], y[:ROWS], weight=weights if is_weighted else None)
    held = xgboost.DMatrix(x[ROWS:], y[ROWS:])
    history = {}
    booster = xgboost.train(
        {**parameters, "tree_method": "hist", "nthread": 1, "eval_metric": METRICS[target]},
        train,
        rounds,
        [(train, "train"), (held, "validation")],
        evals_result=history,
        verbose_eval=False,
    )
    entry = {
        "name": name,
        "target": target,
        "parameters": {**parameters, "num_round": rounds},
        "isWeighted": is_weighted,
        "train": rounded(booster.predict(train)),
        "held": rounded(booster.predict(held)),
        "metrics": {metric: rounded(values)[-1] for metric, values in history["validation"].items()},
        "trainMetrics": {metric: rounded(values)[-1] for metric, values in history["train"].items()},
        "splits": [sum("leaf" not in line for line in tree.split("\n") if line) for tree in booster.get_dump()],
    }
    if name == "plain":
        entry["dump"] = booster.get_dump(with_stats=True)[0]
        for kind in ["weight", "gain", "cover", "total_gain", "total_cover"]:
            entry.setdefault("importance", {})[kind] = {k: rounded([v])[0] for k, v in booster.get_score(importance_type=kind).items()}
        entry["contributions"] = rounded(booster.predict(held, pred_contribs=True)[:40])
    out.append(entry)

cells = [[None if numpy.isnan(value) else float(value) for value in row] for row in x]
print(
    json.dumps(
        {
            "made": f"reference.py, XGBoost {xgboost.__version__}, one thread",
            "rows": ROWS,
            "cells": cells,
            "labels": {name: [float(v) for v in values] for name, values in labels.items()},
            "weights": [float(w) for w in weights],
            "cases": out,
        },
        separators=(",", ":"),
    )
)

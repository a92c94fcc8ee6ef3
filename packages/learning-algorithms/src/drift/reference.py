"""Writes reference.json: scipy's tests and distances. Run: python3 reference.py > reference.json"""
import json
import numpy as np
import scipy
from scipy import stats
from scipy.spatial.distance import jensenshannon

rng = np.random.default_rng(8)


def pair(m, n, shift, digits):
    a, b = np.round(rng.normal(size=m), digits), np.round(rng.normal(size=n) + shift, digits)
    r = stats.ks_2samp(a, b)
    return {"first": a.tolist(), "second": b.tolist(), "statistic": r.statistic, "pValue": r.pvalue}


def tail(n, x):
    return {"n": n, "x": x, "tail": stats.kstwo.sf(x, n)}


def table(first, second):
    chi, p, degrees, _ = stats.chi2_contingency(np.array([first, second]), correction=False)
    return {"first": first, "second": second, "statistic": chi, "pValue": p, "degrees": int(degrees),
            "jensenShannon": jensenshannon(first, second, base=2)}


print(json.dumps({
    "version": f"scipy {scipy.__version__}",
    "samples": [pair(20, 20, 0.4, 3), pair(35, 12, 1.5, 3), pair(60, 45, 0, 1), pair(90, 90, 0.2, 0), pair(8, 9, 9, 2)],
    "tails": [tail(n, x) for n, x in (
        (10, 0.1), (10, 0.3), (10, 0.62), (100, 0.02), (100, 0.08), (100, 0.15), (100, 0.3), (140, 0.1), (1000, 0.01),
        (1000, 0.02), (1000, 0.04), (1000, 0.08), (6000, 0.004), (6000, 0.012), (6000, 0.02), (6000, 0.05),
        (150000, 0.001), (150000, 0.003), (150000, 0.004))],
    "tables": [table([30, 50, 20], [45, 40, 15]), table([5, 5, 90], [6, 4, 88]), table([100, 1], [50, 50])],
}))

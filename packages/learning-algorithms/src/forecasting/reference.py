"""Writes reference.json: least squared errors of exponential smoothing by scipy. Run: python3 reference.py > reference.json

The recursions are written here once more, in component form, and minimised by another method (bounded L-BFGS-B from
many starts); the seasonal start is the first season less its line.
"""
import json
import numpy as np
import scipy
from scipy.optimize import minimize

rng = np.random.default_rng(5)
t = np.arange(60)
season = np.array([8, -3, -7, 2, 6, -6.0])
SERIES = {
    "level": np.round(50 + np.cumsum(rng.normal(size=60)), 2),
    "trend": np.round(20 + 0.8 * t + np.cumsum(rng.normal(size=60)) * 0.5 + rng.normal(size=60), 2),
    "additive": np.round(100 + 0.5 * t + season[t % 6] + rng.normal(size=60), 2),
    "multiplicative": np.round((100 + 1.5 * t) * (1 + season[t % 6] / 40) + rng.normal(size=60) * 2, 2),
}
SHAPES = {
    "level": ("none", "none"), "trend": ("additive", "none"), "additive": ("additive", "additive"),
    "multiplicative": ("additive", "multiplicative"),
}


def start(y, trend, seasonal):
    m = 1 if seasonal == "none" else 6
    level = y[:m].mean()
    slope = (y[m:2 * m].mean() - level) / m if trend != "none" else 0.0
    line = level + slope * (np.arange(m) - (m - 1) / 2)
    return level - slope * (m + 1) / 2, slope, y[:m] - line if seasonal == "additive" else y[:m] / line


def sse(p, y, trend, seasonal, seasonals):
    alpha, beta, gamma, level, slope = p
    s = list(seasonals)
    total = 0.0
    for i, value in enumerate(y):
        k = i % len(s)
        base = level + slope
        fit = base if seasonal == "none" else base + s[k] if seasonal == "additive" else base * s[k]
        total += (value - fit) ** 2
        clean = value if seasonal == "none" else value - s[k] if seasonal == "additive" else value / s[k]
        new = alpha * clean + (1 - alpha) * base
        if trend != "none":
            slope = beta * (new - level) + (1 - beta) * slope
        if seasonal == "additive":
            s[k] = gamma * (value - base) + (1 - gamma) * s[k]
        elif seasonal == "multiplicative":
            s[k] = gamma * (value / base) + (1 - gamma) * s[k]
        level = new
    return total


out = {"version": f"scipy {scipy.__version__}"}
for name, y in SERIES.items():
    trend, seasonal = SHAPES[name]
    level, slope, seasonals = start(y, trend, seasonal)
    unit = (0.0001, 0.9999)
    bounds = [unit, unit if trend != "none" else (0, 0), unit if seasonal != "none" else (0, 0), (None, None),
              (None, None) if trend != "none" else (0, 0)]
    runs = [minimize(sse, [a, b if trend != "none" else 0, 0.1 if seasonal != "none" else 0, level, slope],
                     args=(y, trend, seasonal, seasonals), method="L-BFGS-B", bounds=bounds, options={"maxiter": 2000})
            for a in (0.05, 0.3, 0.7, 0.95) for b in (0.02, 0.3)]
    best = min(runs, key=lambda r: r.fun)
    out[name] = {"series": y.tolist(), "trend": trend, "seasonal": seasonal, "squaredError": best.fun, "alpha": best.x[0]}
print(json.dumps(out))

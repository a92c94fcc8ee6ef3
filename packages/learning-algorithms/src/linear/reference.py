"""Writes reference.json: coefficients of scikit-learn for the data below. Run: python3 reference.py > reference.json"""
import json
import numpy as np
import sklearn
from sklearn.linear_model import ElasticNet, Lasso, LinearRegression, LogisticRegression, Ridge

rng = np.random.default_rng(20261121)
n = 90
X = np.round(rng.normal(size=(n, 4)) * np.array([1.0, 3.0, 0.5, 10.0]) + np.array([0.0, 5.0, -1.0, 40.0]), 3)
X[:, 3] = np.round(X[:, 3] + 2 * X[:, 1], 3)
z = 0.8 * X[:, 0] - 0.4 * X[:, 1] + 0.05 * X[:, 3]
y = np.round(z + rng.normal(size=n), 3)
label = (rng.random(n) < 1 / (1 + np.exp(-(z - np.median(z))))).astype(int)
classes = np.digitize(z + rng.normal(size=n), np.quantile(z, [0.33, 0.66]))
weights = np.round(rng.uniform(0.2, 3, size=n), 2)
tight = dict(tol=1e-12, max_iter=1_000_000)


def row(model):
    return {"coefficients": np.atleast_2d(model.coef_).tolist(), "intercepts": np.atleast_1d(model.intercept_).tolist()}


def logistic(C, **more):
    penalty = more.pop("penalty", "l2")
    # lbfgs stops at a change of the loss that leaves 1e-4 in the coefficients
    solver = "saga" if penalty in ("l1", "elasticnet") else "newton-cg"
    return LogisticRegression(C=C, penalty=penalty, solver=solver, random_state=1, **tight, **more)


# saga converges slowly on unequal scales: its cases use standardised features
S = (X - X.mean(axis=0)) / X.std(axis=0)
total = float(weights.sum())
print(json.dumps({
    "version": f"scikit-learn {sklearn.__version__}",
    "rows": X.tolist(), "y": y.tolist(), "label": label.tolist(), "classes": classes.tolist(), "weights": weights.tolist(),
    "ordinary": row(LinearRegression().fit(X, y)),
    "ridge": {"alpha": 7.0, **row(Ridge(alpha=7.0, tol=1e-12).fit(X, y))},
    "weightedRidge": {"alpha": 7.0, "total": total, **row(Ridge(alpha=7.0, tol=1e-12).fit(X, y, sample_weight=weights))},
    "ridgeWithoutIntercept": {"alpha": 2.0, **row(Ridge(alpha=2.0, tol=1e-12, fit_intercept=False).fit(X, y))},
    "lasso": {"alpha": 0.3, **row(Lasso(alpha=0.3, **tight).fit(X, y))},
    "elasticNet": {"alpha": 0.3, "ratio": 0.4, **row(ElasticNet(alpha=0.3, l1_ratio=0.4, **tight).fit(X, y))},
    "logistic": {"C": 1.0, **row(logistic(1.0).fit(X, label))},
    "plainLogistic": row(logistic(1.0, penalty=None).fit(S, label)),
    "weightedLogistic": {"C": 0.3, "total": total, **row(logistic(0.3).fit(X, label, sample_weight=weights))},
    "sparseLogistic": {"C": 0.12, **row(logistic(0.12, penalty="l1").fit(S, label))},
    "elasticLogistic": {"C": 0.2, "ratio": 0.5, **row(logistic(0.2, penalty="elasticnet", l1_ratio=0.5).fit(S, label))},
    "multinomial": {"C": 0.5, **row(logistic(0.5, multi_class="multinomial").fit(X, classes))},
    "sparseMultinomial": {"C": 0.12, **row(logistic(0.12, penalty="l1", multi_class="multinomial").fit(S, classes))},
}))

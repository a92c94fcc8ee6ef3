"""Writes reference.json: figures of scikit-learn. Run: python3 reference.py > reference.json"""
import json
import numpy as np
import sklearn
from sklearn import metrics as m
from sklearn.calibration import calibration_curve

rng = np.random.default_rng(3)
n = 80
label = (rng.random(n) < 0.3).astype(int)
score = np.round(np.clip(0.25 + 0.3 * label + rng.normal(size=n) * 0.2, 0.01, 0.99), 1)  # many ties
weights = np.round(rng.uniform(0.1, 2, size=n), 2)
actual = rng.integers(0, 4, size=n)
predicted = np.where(rng.random(n) < 0.6, actual, rng.integers(0, 3, size=n))  # class 3 is rarely predicted
p = np.round(rng.dirichlet(np.ones(4), size=n), 4)
p[:, 3] = 1 - p[:, :3].sum(axis=1)
y = np.round(rng.normal(size=n) * 3 + 10, 2)
yhat = np.round(y + rng.normal(size=n), 2)
fpr, tpr, _ = m.roc_curve(label, score, drop_intermediate=False)
prec, rec, _ = m.precision_recall_curve(label, score)


def averaged(kind, beta):
    return m.precision_recall_fscore_support(actual, predicted, beta=beta, average=kind, zero_division=0)[:3]


def calibration(strategy):
    observed, mean = calibration_curve(label, score, n_bins=5, strategy=strategy)
    return {"observed": observed.tolist(), "predicted": mean.tolist()}


print(json.dumps({
    "version": f"scikit-learn {sklearn.__version__}",
    "label": label.tolist(), "score": score.tolist(), "weights": weights.tolist(), "actual": actual.tolist(),
    "predicted": predicted.tolist(), "probabilities": p.tolist(), "y": y.tolist(), "yhat": yhat.tolist(),
    "auc": m.roc_auc_score(label, score), "weightedAuc": m.roc_auc_score(label, score, sample_weight=weights),
    "ap": m.average_precision_score(label, score),
    "weightedAp": m.average_precision_score(label, score, sample_weight=weights),
    "fpr": fpr.tolist(), "tpr": tpr.tolist(), "precision": prec[::-1].tolist(), "recall": rec[::-1].tolist(),
    "logLoss": m.log_loss(label, score), "multiLogLoss": m.log_loss(actual, p), "brier": m.brier_score_loss(label, score),
    "calibration": calibration("uniform"),
    "matrix": m.confusion_matrix(actual, predicted).tolist(),
    "macro": averaged("macro", 1), "weighted": averaged("weighted", 1), "micro": averaged("micro", 1),
    "macroF2": averaged("macro", 2)[2],
    "balanced": m.balanced_accuracy_score(actual, predicted), "kappa": m.cohen_kappa_score(actual, predicted),
    "matthews": m.matthews_corrcoef(actual, predicted),
    "regression": {
        "meanSquaredError": m.mean_squared_error(y, yhat), "meanAbsoluteError": m.mean_absolute_error(y, yhat),
        "medianAbsoluteError": m.median_absolute_error(y, yhat), "largestError": m.max_error(y, yhat),
        "meanAbsolutePercentageError": m.mean_absolute_percentage_error(y, yhat), "rSquared": m.r2_score(y, yhat),
    },
}))

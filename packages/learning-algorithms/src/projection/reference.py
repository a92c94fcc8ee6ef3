"""Writes reference.json: scikit-learn's PCA. Run: python3 reference.py > reference.json"""
import json
import numpy as np
import sklearn
from sklearn.decomposition import PCA

rng = np.random.default_rng(7)
X = np.round(rng.normal(size=(30, 5)) @ rng.normal(size=(5, 5)) + 100, 3)
model = PCA(n_components=5, svd_solver="full").fit(X)
print(json.dumps({
    "version": f"scikit-learn {sklearn.__version__}", "rows": X.tolist(), "components": model.components_.tolist(),
    "explainedVariance": model.explained_variance_.tolist(),
    "explainedVarianceRatio": model.explained_variance_ratio_.tolist(),
}))

"""Writes reference.json: scikit-learn's k-means and silhouette. Run: python3 reference.py > reference.json"""
import json
import numpy as np
import sklearn
from sklearn.cluster import KMeans
from sklearn.metrics import silhouette_samples

rng = np.random.default_rng(11)
X = np.round(np.concatenate([rng.normal(size=(40, 3)) * s + m for s, m in ((1, 0), (1.5, 3), (0.7, -4))]), 3)
start = X[[0, 1, 50, 100]]
model = KMeans(n_clusters=4, init=start, n_init=1, tol=0, algorithm="lloyd").fit(X)
print(json.dumps({
    "version": f"scikit-learn {sklearn.__version__}", "rows": X.tolist(), "start": start.tolist(),
    "centres": model.cluster_centers_.tolist(), "labels": model.labels_.tolist(), "inertia": model.inertia_,
    "silhouettes": silhouette_samples(X, model.labels_).tolist(),
}))

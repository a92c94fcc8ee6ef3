"""python3 learning-models.py CELLS LABELS FEATURES: fits scikit-learn's models on float32 files, prints one JSON line."""
import json
import os
import sys
import time

os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1")  # before numpy reads them
import numpy
import sklearn
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.ensemble import IsolationForest
from sklearn.linear_model import LogisticRegression

x = numpy.fromfile(sys.argv[1], dtype=numpy.float32).reshape(-1, int(sys.argv[3])).astype(float)
y = numpy.fromfile(sys.argv[2], dtype=numpy.float32)
start = x[numpy.arange(8) * 1000]


def median_ms(fit):
    times = []
    for _ in range(3):
        begun = time.process_time()
        fit()
        times.append((time.process_time() - begun) * 1000)
    return sorted(times)[1]


print(json.dumps({
    "version": sklearn.__version__,
    "logistic": median_ms(lambda: LogisticRegression(C=1.0, tol=1e-8, max_iter=10_000).fit(x, y)),
    "kMeans": median_ms(lambda: KMeans(8, init=start, n_init=1, max_iter=50, tol=0, algorithm="lloyd").fit(x)),
    "pca": median_ms(lambda: PCA(n_components=10, svd_solver="full").fit(x)),
    "isolation": median_ms(lambda: IsolationForest(n_estimators=100, max_samples=256, random_state=1).fit(x).score_samples(x)),
    "coefficients": LogisticRegression(C=1.0, solver="newton-cg", tol=1e-10, max_iter=1000).fit(x, y).coef_[0].tolist(),
}))

"""The BG/NBD by numpy and scipy, as a baseline: seconds of the best of three fits, and the log-likelihood.

Arguments: a file of doubles, repeats then recency then age. Equal rows are merged here too.
"""
import json
import sys
import time

import numpy as np
from scipy.optimize import minimize
from scipy.special import gammaln

columns = np.fromfile(sys.argv[1], dtype=np.float64).reshape(3, -1)


def fit():
    rows, weight = np.unique(columns.T, axis=0, return_counts=True)
    x, recency, age = rows.T

    def negative(logs):
        r, alpha, a, b = np.exp(logs)
        a1 = gammaln(r + x) - gammaln(r) + r * np.log(alpha)
        a2 = gammaln(a + b) + gammaln(b + x) - gammaln(b) - gammaln(a + b + x)
        a3 = -(r + x) * np.log(alpha + age)
        with np.errstate(divide="ignore", invalid="ignore"):
            a4 = np.where(x > 0, np.log(a) - np.log(b + np.maximum(x, 1) - 1) - (r + x) * np.log(alpha + recency), -np.inf)
        return -np.sum(weight * (a1 + a2 + np.logaddexp(a3, a4))) / np.sum(weight)

    found = minimize(negative, np.log([0.5, np.mean(age) / 4, 1, 2]), method="L-BFGS-B")
    return -found.fun * columns.shape[1]


best, likelihood = float("inf"), 0.0
for _ in range(3):
    start = time.perf_counter()
    likelihood = fit()
    best = min(best, time.perf_counter() - start)
print(json.dumps({"seconds": best, "log_likelihood": likelihood}))

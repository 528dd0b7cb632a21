"""scikit-learn beside ours: reads what the benchmark wrote, answers with one JSON object per line."""
import json, sys, time
import numpy as np
from pathlib import Path

folder = Path(sys.argv[1])
task = json.loads((folder / "task.json").read_text())
rows = task["rows"]


def column(place, kind):
    values = np.fromfile(folder / f"c{place}.bin", dtype=np.float64)
    return values


def table():
    return np.column_stack([column(place, kind) for place, kind in enumerate(task["kinds"])])


def say(**answer):
    print(json.dumps(answer), flush=True)


if task["what"] == "k-means":
    from sklearn.cluster import KMeans

    points = np.fromfile(folder / "points.bin", dtype=np.float64).reshape(rows, -1)
    started = time.perf_counter()
    model = KMeans(task["k"], n_init=task["restarts"], random_state=1).fit(points)
    say(seconds=time.perf_counter() - started, inertia=float(model.inertia_))
    sys.exit()

from sklearn.ensemble import HistGradientBoostingClassifier, RandomForestClassifier

labels = np.fromfile(folder / "labels.bin", dtype=np.uint8)
x = table()
categories = [kind == "category" for kind in task["kinds"]]

if task["what"] == "boosting":
    started = time.perf_counter()
    HistGradientBoostingClassifier(max_iter=task["trees"], early_stopping=False).fit(x, labels)
    say(seconds=time.perf_counter() - started)
    sys.exit()

from sklearn.compose import make_column_transformer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

folds = np.fromfile(folder / "folds.bin", dtype=np.uint8)
numbers = [place for place, own in enumerate(categories) if not own]
levels = [place for place, own in enumerate(categories) if own]
encoded = make_column_transformer(
    (make_pipeline(SimpleImputer(), StandardScaler()), numbers), (OneHotEncoder(handle_unknown="ignore"), levels)
)
models = {
    "logistic": lambda: make_pipeline(encoded, LogisticRegression(C=1, max_iter=2000)),
    "boosting": lambda: HistGradientBoostingClassifier(
        max_iter=100, learning_rate=0.06, max_leaf_nodes=16, l2_regularization=1, early_stopping=False, categorical_features=categories
    ),
    "forest": lambda: make_pipeline(
        encoded, RandomForestClassifier(200, min_samples_leaf=10, random_state=1, n_jobs=-1)
    ),
}
for name, make in models.items():
    areas = []
    started = time.perf_counter()
    for fold in range(5):
        train, test = folds != fold, folds == fold
        model = make().fit(x[train], labels[train])
        areas.append(roc_auc_score(labels[test], model.predict_proba(x[test])[:, 1]))
    say(model=name, auc=float(np.mean(areas)), seconds=time.perf_counter() - started)

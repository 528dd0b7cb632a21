/** Trained models of every kind, newest version last; at most one version of a model is approved. `content` is what scoring needs, `card` what a person reads. */
export const createModels: readonly string[] = [
  `create table models (model text not null, version integer not null, status text not null, method text not null, as_of text not null, trained_at text not null,
     seed integer not null, content text not null, card text not null, backtest text not null, approved_at text, primary key (model, version))`,
  "create unique index models_approved on models (model) where status = 'approved'",
];

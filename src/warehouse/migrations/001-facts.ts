/**
 * The fact tables. No keys and no indexes: uniqueness is the pipeline's job (see docs/decisions.md).
 *
 * Every fact row carries the `batch` that brought it, its `source`, the `identifier` it was known by (a number in
 * `identifiers`) and the `profile` that identifier belongs to now (denormalised, so that a scan needs no join).
 * `fingerprint` is the MD5 of the record's content: the same fingerprint again is the same record, unchanged.
 * A record that a later batch replaced lies in the table's `_superseded` twin, so that an import can be undone exactly.
 */
const orders = `
  batch INTEGER, source VARCHAR, order_id VARCHAR, fingerprint HUGEINT, identifier INTEGER, profile INTEGER,
  ordered_at TIMESTAMP, is_return BOOLEAN, counts BOOLEAN, status VARCHAR, currency VARCHAR,
  total DECIMAL(18,4), subtotal DECIMAL(18,4), discount DECIMAL(18,4), shipping DECIMAL(18,4), tax DECIMAL(18,4), refunded DECIMAL(18,4),
  item_count DECIMAL(18,4), channel VARCHAR, coupon VARCHAR, payment_method VARCHAR, country VARCHAR, region VARCHAR, city VARCHAR,
  postcode VARCHAR, tags VARCHAR[], properties VARCHAR`;

const items = `
  batch INTEGER, source VARCHAR, order_id VARCHAR, line INTEGER, identifier INTEGER, profile INTEGER, ordered_at TIMESTAMP,
  is_return BOOLEAN, counts BOOLEAN, product_id VARCHAR, name VARCHAR, category VARCHAR, brand VARCHAR, variant VARCHAR,
  quantity DECIMAL(18,4), price DECIMAL(18,4), discount DECIMAL(18,4), total DECIMAL(18,4), properties VARCHAR`;

const products = `
  batch INTEGER, source VARCHAR, product_id VARCHAR, fingerprint HUGEINT, name VARCHAR, category VARCHAR, brand VARCHAR,
  price DECIMAL(18,4), cost DECIMAL(18,4), properties VARCHAR`;

const events = `
  batch INTEGER, source VARCHAR, record HUGEINT, identifier INTEGER, profile INTEGER, name VARCHAR, occurred_at TIMESTAMP,
  received_at TIMESTAMP, value DOUBLE, product_id VARCHAR, product VARCHAR, category VARCHAR, campaign VARCHAR, channel VARCHAR,
  device VARCHAR, page VARCHAR, session VARCHAR, properties VARCHAR`;

const feedback = `
  batch INTEGER, source VARCHAR, record_id VARCHAR, fingerprint HUGEINT, identifier INTEGER, profile INTEGER, kind VARCHAR,
  occurred_at TIMESTAMP, rating DOUBLE, subject VARCHAR, text VARCHAR, status VARCHAR, product_id VARCHAR, product VARCHAR,
  category VARCHAR, channel VARCHAR, properties VARCHAR`;

const customers = `
  batch INTEGER, source VARCHAR, record_id VARCHAR, fingerprint HUGEINT, identifier INTEGER, profile INTEGER, observed_at TIMESTAMP`;

/** One observation of one trait; the winner per profile is chosen by `profiles/`. `record_id` is null for traits read off facts. */
const traits = `
  batch INTEGER, source VARCHAR, record_id VARCHAR, identifier INTEGER, name VARCHAR, value VARCHAR, trust TINYINT, observed_at TIMESTAMP`;

export const versionedTables = ['orders', 'items', 'products', 'feedback', 'customers', 'traits'] as const;
/** What tells one record from another inside a source, per versioned table. */
export const recordKey = {
  orders: 'order_id',
  items: 'order_id',
  products: 'product_id',
  feedback: 'record_id',
  customers: 'record_id',
  traits: 'record_id',
} as const;

const versioned = { orders, items, products, feedback, customers, traits };

export const createFacts: readonly string[] = [
  ...Object.entries(versioned).flatMap(([name, columns]) => [`create table ${name} (${columns})`, `create table ${name}_superseded (${columns})`]),
  `create table events (${events})`,
  'create table batches (batch INTEGER, import_id VARCHAR, source VARCHAR, kind VARCHAR, committed_at TIMESTAMP)',
  // `next_identifier`, `next_profile`, `facts_version`, `features_version`, `features_as_of`, …
  'create table counters (name VARCHAR, value BIGINT)',
  // profile null: an identifier that was only ever seen beside another and links nothing (blocked), so it is nobody's.
  'create table identifiers (identifier INTEGER, namespace VARCHAR, value VARCHAR, profile INTEGER, batch INTEGER)',
  // Two identifiers seen in one record; one row per distinct pair and batch, lower number first.
  'create table links (batch INTEGER, source VARCHAR, a INTEGER, b INTEGER)',
  'create table profiles (profile INTEGER, batch INTEGER, created_at TIMESTAMP)',
  'create table merges (merge INTEGER, batch INTEGER, survivor INTEGER, absorbed INTEGER, namespace VARCHAR, value VARCHAR, merged_at TIMESTAMP, undone_at TIMESTAMP)',
  // Who was who when two profiles merged: those of the absorbed profile, and the others, so that an undo knows the sides.
  'create table merged_identifiers (merge INTEGER, identifier INTEGER, absorbed BOOLEAN)',
  // Winning traits, one row per profile, one column per trait: `t<n>` as `trait_columns` says. Rebuilt by `profiles/`.
  'create table attributes (profile INTEGER)',
  'create table trait_columns (name VARCHAR, label VARCHAR, "column" VARCHAR, type VARCHAR, filled BIGINT, sources VARCHAR[])',
];

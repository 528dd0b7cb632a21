import { type Instant, instant } from '../../core/index.ts';
import { type Fragment, sql, timestamp } from '../../sql/index.ts';
import { counter, setCounter, type Warehouse } from '../../warehouse/index.ts';
import { liveBatch } from './live-batch.ts';

/** Fewer loose rows than this are no trouble to anybody. */
const fewest = 10_000;

export type Clustered = {
  /** Events that lay where they had come in. */
  readonly loose: number;
  /** What was laid anew: nothing, those alone, or all events. */
  readonly laid: 'nothing' | 'loose' | 'all';
};

/** So many are laid at once where all are, about: to lay millions takes gigabytes and half a minute, in which nobody would hear of a change. */
const mostAtOnce = 120_000;
/** Customers whose events of one name are not parted. */
const together = 256;

export type Laying = Clustered & {
  /** Lays the next piece of all events, in a transaction of its own; false when none was left. */
  readonly next: () => Promise<boolean>;
};

/**
 * Live data appends each event where the table ends, so with time whoever asks about one kind of event reads the rows of all others. This lays them as an import does:
 * by name, customer and time. The loose ones become a run of their own, in one transaction, which costs what they are; once such runs are a third of all events, all are
 * to be laid anew, piece by piece, with whatever else there is to do in between. After a crash at any moment every event is there once. Counter `events_clustered` is the
 * instant up to which what had been received is laid, and `events_in_runs` how many lie in such runs.
 */
export async function beginClustering(warehouse: Warehouse, at: Instant, least = fewest, most = mostAtOnce): Promise<Laying> {
  const since = timestamp(instant(await counter(warehouse, 'events_clustered')));
  const isLoose = sql`batch = ${liveBatch} and received_at > ${since} and received_at <= ${timestamp(at)}`;
  const found = await warehouse.row<{ loose: number; all: number }>(sql`select count(*) filter (where ${isLoose}) as loose, count(*) as "all" from events`);
  const { loose = 0, all = 0 } = found ?? {};
  if (loose < least) return { loose, laid: 'nothing', next: async () => false };
  const inRuns = loose + (await counter(warehouse, 'events_in_runs'));
  if (inRuns * 3 < all) {
    await warehouse.transaction(async () => {
      await layAnew(warehouse, isLoose);
      await setCounter(warehouse, 'events_clustered', at);
      await setCounter(warehouse, 'events_in_runs', inRuns);
    });
    return { loose, laid: 'loose', next: async () => false };
  }
  const pieces = [...piecesOf(await sizes(warehouse), most)];
  const next = async (): Promise<boolean> => {
    const [piece] = pieces;
    if (piece === undefined) return false;
    await warehouse.transaction(async () => {
      await layAnew(warehouse, rowsOf(piece));
      if (pieces.length > 1) return;
      await setCounter(warehouse, 'events_clustered', at);
      await setCounter(warehouse, 'events_in_runs', 0);
    });
    pieces.shift();
    return true;
  };
  return { loose, laid: 'all', next };
}

/** The same at one go. */
export async function clusterEvents(warehouse: Warehouse, at: Instant, least = fewest, most = mostAtOnce): Promise<Clustered> {
  const { loose, laid, next } = await beginClustering(warehouse, at, least, most);
  while (await next());
  return { loose, laid };
}

/** In a transaction. */
async function layAnew(warehouse: Warehouse, which: Fragment): Promise<void> {
  await warehouse.run(
    sql`create or replace temp table events_laid as select * from events where ${which} order by hash(name), profile, occurred_at, received_at, record`,
  );
  await warehouse.run(sql`delete from events where ${which}`);
  await warehouse.run(sql`insert into events select * from events_laid`);
  await warehouse.run(sql`drop table events_laid`);
}

type Size = { readonly name: string; readonly block: number; readonly events: number };

/** How many events of a name so many customers have, in the order in which they are laid. */
const sizes = (warehouse: Warehouse): Promise<readonly Size[]> =>
  warehouse.rows<Size>(
    sql`select * from (select name, profile // ${together} as block, count(*) as events from events where name is not null and profile is not null group by all) order by hash(name), name, block`,
  );

/** Events of some names, or of customers of some blocks, both ends among them, of one. */
type Piece = { readonly names: readonly string[]; readonly from?: number; readonly to?: number };

function* piecesOf(all: readonly Size[], most: number): Generator<Piece> {
  let small: string[] = [];
  let inSmall = 0;
  for (const [name, blocks] of Map.groupBy(all, (size) => size.name)) {
    const events = blocks.reduce((sum, block) => sum + block.events, 0);
    if (small.length > 0 && inSmall + events > most) {
      yield { names: small };
      [small, inSmall] = [[], 0];
    }
    if (events > most) yield* partsOf(name, blocks, most);
    else {
      small.push(name);
      inSmall += events;
    }
  }
  if (small.length > 0) yield { names: small };
}

function* partsOf(name: string, blocks: readonly Size[], most: number): Generator<Piece> {
  let [from, to, held] = [blocks[0]?.block ?? 0, blocks[0]?.block ?? 0, 0];
  for (const { block, events } of blocks) {
    if (held > 0 && held + events > most) {
      yield { names: [name], from, to };
      [from, held] = [block, 0];
    }
    [to, held] = [block, held + events];
  }
  yield { names: [name], from, to };
}

function rowsOf({ names, from, to }: Piece): Fragment {
  const [only = ''] = names;
  if (from !== undefined && to !== undefined) return sql`name = ${only} and profile between ${from * together} and ${to * together + together - 1}`;
  return names.length === 1 ? sql`name = ${only}` : sql`name in (select unnest(from_json(${JSON.stringify(names)}::JSON, '["VARCHAR"]')))`;
}

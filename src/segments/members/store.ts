import type { Instant } from '../../core/index.ts';
import { sql, timestamp } from '../../sql/index.ts';
import { counter, setCounter, type LoadValue, type Warehouse } from '../../warehouse/index.ts';
import type { Evaluation } from '../evaluate/evaluate.ts';
import { forgetSearchedColumns } from '../evaluate/folded-texts.ts';
import { fromBitmap, toBitmap } from './bitmap.ts';
import { isHidden } from './hidden.ts';
import { revenueUpTo } from './revenue.ts';

export type StoreRun = {
  /** When this run happened, for the log; the moment that members are of is the evaluations' own. */
  readonly evaluatedAt: Instant;
  /** Version of each definition, by slug; 1 where absent. */
  readonly versions?: ReadonlyMap<string, number>;
  /** State of each segment's manual lists, by slug; 0 where absent. */
  readonly listsVersions?: ReadonlyMap<string, number>;
  /** The evaluations are of the present, whatever live data has written down since they began: where members differ, somebody has moved. */
  readonly isPresent?: boolean;
  /** Earliest instant at which time alone changes a verdict, by slug, where it was worked out. */
  readonly nextChanges?: ReadonlyMap<string, Instant | null>;
};

export type MembershipChange = { readonly slug: string; readonly entered: Uint32Array; readonly left: Uint32Array };

/**
 * Writes each segment's members, what changed against the evaluation before, and its size, all or nothing. A failed evaluation
 * keeps the last good members and is marked with its reason. A segment's first evaluation starts its log: nobody "entered" in it, and
 * nobody does where the moment lies before that of the kept members: whoever looks from an earlier day sees others, but nobody has moved.
 */
export async function storeEvaluations(warehouse: Warehouse, evaluations: readonly Evaluation[], run: StoreRun): Promise<readonly MembershipChange[]> {
  const good = evaluations.filter((each) => each.status === 'ok');
  const [first] = good;
  const revenue = first === undefined ? undefined : await revenueUpTo(warehouse, first.asOf);
  const factsVersion = await counter(warehouse, 'facts_version');
  const before = await keptBitmaps(warehouse);
  const changes: MembershipChange[] = [];
  const rows: (readonly LoadValue[])[] = [];
  for (const each of good) {
    const profiles = each.members();
    const bitmap = await toBitmap(profiles);
    const version = run.versions?.get(each.slug) ?? 1;
    rows.push([
      each.slug,
      version,
      run.listsVersions?.get(each.slug) ?? 0,
      each.asOf,
      factsVersion,
      run.evaluatedAt,
      run.nextChanges?.get(each.slug) ?? null,
      'ok',
      null,
      profiles.length,
      revenue?.of(profiles) ?? 0,
      bitmap,
    ]);
    const kept = before.get(each.slug);
    if (kept !== undefined && (run.isPresent === true || kept.asOf <= each.asOf)) changes.push(await difference(each.slug, kept.bitmap, profiles, bitmap));
  }
  await warehouse.transaction(async () => {
    await forgetSearchedColumns(warehouse, factsVersion);
    await replaceMembers(warehouse, rows);
    // Nobody looks at the history of a hidden condition.
    await logChanges(
      warehouse,
      changes.filter(({ slug }) => !isHidden(slug)),
      rows,
    );
    for (const each of evaluations) if (each.status === 'failed') await markFailed(warehouse, each, run, factsVersion);
  });
  return changes.filter(({ slug, entered, left }) => !isHidden(slug) && entered.length + left.length > 0);
}

const memberColumns = [
  { name: 'segment', type: 'VARCHAR' },
  { name: 'version', type: 'INTEGER' },
  { name: 'lists_version', type: 'INTEGER' },
  { name: 'as_of', type: 'TIMESTAMP' },
  { name: 'facts_version', type: 'BIGINT' },
  { name: 'evaluated_at', type: 'TIMESTAMP' },
  { name: 'next_change', type: 'TIMESTAMP' },
  { name: 'status', type: 'VARCHAR' },
  { name: 'reason', type: 'VARCHAR' },
  { name: 'members', type: 'BIGINT' },
  { name: 'revenue', type: 'DOUBLE' },
  { name: 'bitmap', type: 'BLOB' },
] as const;

async function replaceMembers(warehouse: Warehouse, rows: readonly (readonly LoadValue[])[]): Promise<void> {
  await warehouse.load('members_found', memberColumns, rows);
  await warehouse.run(sql`delete from members where segment in (select segment from members_found)`);
  await warehouse.run(sql`insert into members by name select * from members_found`);
  await warehouse.run(
    sql`delete from segment_sizes using members_found where segment_sizes.segment = members_found.segment and segment_sizes."at" = members_found.as_of and not segment_sizes.reconstructed`,
  );
  await warehouse.run(
    sql`insert into segment_sizes select segment, version, as_of, members, revenue, false from members_found where not starts_with(segment, '~')`,
  );
}

async function logChanges(warehouse: Warehouse, changes: readonly MembershipChange[], rows: readonly (readonly LoadValue[])[]): Promise<void> {
  const first = await counter(warehouse, 'membership_seq');
  const count = changes.reduce((sum, { entered, left }) => sum + entered.length + left.length, 0);
  if (count > 0) await setCounter(warehouse, 'membership_seq', first + count);
  // The bitmaps beside are those of these changes.
  await setCounter(warehouse, 'members_seq', first + count);
  await warehouse.load(
    'changes_found',
    [
      { name: 'segment', type: 'VARCHAR' },
      { name: 'profile', type: 'INTEGER' },
      { name: 'entered', type: 'BOOLEAN' },
    ],
    changeRows(changes),
  );
  if (rows.length > 0)
    await warehouse.run(
      sql`insert into membership_changes select c.segment, m.version, c.profile, c.entered, m.as_of, m.evaluated_at, ${first} + row_number() over ()
        from changes_found c join members_found m using (segment)`,
    );
  await warehouse.run(sql`drop table changes_found`);
  await warehouse.run(sql`drop table members_found`);
}

function* changeRows(changes: readonly MembershipChange[]): Generator<readonly LoadValue[]> {
  for (const { slug, entered, left } of changes) {
    for (const profile of entered) yield [slug, profile, true];
    for (const profile of left) yield [slug, profile, false];
  }
}

type Kept = { readonly asOf: Instant; readonly bitmap: Uint8Array };

async function keptBitmaps(warehouse: Warehouse): Promise<ReadonlyMap<string, Kept>> {
  const rows = await warehouse.rows<{ segment: string; asOf: Instant; bitmap: Uint8Array | null }>(sql`select segment, as_of as "asOf", bitmap from members`);
  return new Map(rows.flatMap(({ segment, asOf, bitmap }) => (bitmap === null ? [] : [[segment, { asOf, bitmap }] as const])));
}

async function difference(slug: string, kept: Uint8Array, now: Uint32Array, bitmap: Uint8Array): Promise<MembershipChange> {
  if (Buffer.compare(kept, bitmap) === 0) return { slug, entered: new Uint32Array(), left: new Uint32Array() };
  const before = await fromBitmap(kept);
  const wasMember = new Set(before);
  const isMember = new Set(now);
  return { slug, entered: now.filter((profile) => !wasMember.has(profile)), left: before.filter((profile) => !isMember.has(profile)) };
}

async function markFailed(
  warehouse: Warehouse,
  { slug, reason, asOf }: Extract<Evaluation, { status: 'failed' }>,
  run: StoreRun,
  factsVersion: number,
): Promise<void> {
  const evaluated = timestamp(run.evaluatedAt);
  const kept = await warehouse.row(sql`select 1 as any from members where segment = ${slug}`);
  if (kept !== undefined)
    await warehouse.run(sql`update members set status = 'failed', reason = ${reason}, evaluated_at = ${evaluated}, next_change = null where segment = ${slug}`);
  else
    await warehouse.run(
      sql`insert into members (segment, version, as_of, facts_version, evaluated_at, status, reason, members, revenue)
        values (${slug}, ${run.versions?.get(slug) ?? 1}, ${timestamp(asOf)}, ${BigInt(factsVersion)}, ${evaluated}, 'failed', ${reason}, 0, 0)`,
    );
}

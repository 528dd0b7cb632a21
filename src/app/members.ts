import { columnMasker } from '../access/index.ts';
import { type MailingTool, mailingTools } from '../contract/index.ts';
import { ClienteleError, formatInstant, type Instant, wallClock } from '../core/index.ts';
import { type AttributeWord, type Condition, nearest, type Vocabulary } from '../language/index.ts';
import { isCustomerNumber } from '../profiles/index.ts';
import { has, readSegment, setOfCondition } from '../segments/index.ts';
import { type Fragment, ident, join, sql } from '../sql/index.ts';
import { resolveAsOf } from './as-of.ts';
import { csvHeader, csvLine } from './csv.ts';
import { currentSegments } from './current.ts';
import { countExport } from './exports.ts';
import { momentFor } from './moment.ts';
import type { App } from './open.ts';
import { vocabularyOf } from './vocabulary.ts';

export type MembersRequest = {
  readonly asOf: string | undefined;
  readonly format: 'csv' | 'json';
  /** Identifiers, traits and features by name; a useful few where none are given. */
  readonly fields: readonly string[] | undefined;
  /** Only those whom this channel can reach and who agreed to marketing by it: what a mailing tool may be given. */
  readonly reach?: 'email' | 'sms' | 'post' | undefined;
  /** The columns that a mailing tool asks for, by its own names; those alone whom `reach` (else e-mail) may write to. */
  readonly tool?: MailingTool | undefined;
  /** For a spreadsheet: guards cells against being run as formulas, begins with a byte order mark, and tells times by the shop's own clock. */
  readonly safe: boolean;
  /** A decimal comma, and cells set apart by semicolons. */
  readonly comma?: boolean | undefined;
  /** Mask names, contacts and addresses, for whoever may not see them. */
  readonly masked?: boolean;
  readonly write: (text: string) => void;
};

type Field = { readonly name: string; readonly header: string; readonly value: Fragment; readonly type: 'text' | 'instant' | 'other' };

const usual = [
  'customer_id',
  'email',
  'phone',
  'name',
  'first_name',
  'last_name',
  'orders_count',
  'total_spent',
  'last_order_at',
  'accepts_email',
  'accepts_sms',
];
const namespaces = ['customer_id', 'email', 'phone', 'anonymous_id'];

/** Writes the members of a segment row by row, ordered by profile number. Throws `usage` naming an unknown field. */
export async function writeMembers(app: App, slugOrName: string, request: MembersRequest): Promise<void> {
  const asOf = await resolveAsOf(app, request.asOf);
  const { slug, name: segment } = await readSegment(app.control, slugOrName);
  const { segments } = await currentSegments(app, asOf, [slug]);
  const vocabulary = await vocabularyOf(app);
  const fields = request.tool === undefined ? fieldsOf(request.fields, vocabulary) : fieldsFor(request.tool, segment, vocabulary);
  const reach = request.reach ?? (request.tool === undefined ? undefined : 'email');
  const everybody = segments.get(slug)?.members ?? new Uint32Array();
  const members = reach === undefined ? everybody : await reachedBy(app, reach, everybody, vocabulary);
  const { featuresTable } = await momentFor(app, asOf, undefined, vocabulary);
  await app.warehouse.load('members_wanted', [{ name: 'profile', type: 'INTEGER' }], profileRows(members));
  const query = sql`select ${join(fields.map(({ name, value }) => sql`${value} as ${ident(name)}`))}
    from members_wanted m left join attributes a on a.profile = m.profile left join ${ident(featuresTable)} f on f.profile = m.profile order by m.profile`;
  const style = { safe: request.safe, comma: request.comma };
  const headers = fields.map(({ header }) => header);
  request.write(request.format === 'csv' ? csvHeader(headers, style) : '[');
  const maskers = request.masked === true ? fields.map(({ name }) => columnMasker(name)) : undefined;
  const time = request.safe && request.format === 'csv' ? wallClock(app.workspace.zone) : formatInstant;
  let written = 0;
  await app.warehouse.chunks(query, (columns, rows) => {
    const lines: string[] = [];
    for (let row = 0; row < rows; row += 1) {
      const plain = fields.map(({ type }, index) => shown(columns[index]?.values[row], type, time));
      const values = maskers === undefined ? plain : plain.map((value, index) => maskers[index]?.(value));
      lines.push(
        request.format === 'csv'
          ? `${csvLine(values, style)}\n`
          : `${written + row === 0 ? '\n' : ',\n'}  ${JSON.stringify(Object.fromEntries(headers.map((header, index) => [header, values[index] ?? null])))}`,
      );
    }
    request.write(lines.join(''));
    written += rows;
  });
  await countExport(app.control, slug);
  if (request.format === 'json') request.write(written === 0 ? ']\n' : '\n]\n');
}

/**
 * Those of `members` with an address that works and a yes to marketing, by the meaning that conditions give to `can receive`. Always of now: whoever has said no
 * since is not written to, whatever day the members are of.
 */
async function reachedBy(asked: App, channel: 'email' | 'sms' | 'post', members: Uint32Array, vocabulary: Vocabulary): Promise<Uint32Array> {
  const { asOf: _asOf, ...app } = asked;
  const condition: Condition = { kind: 'can-receive', channel, purpose: 'marketing' };
  const moment = await momentFor(app, await resolveAsOf(app, undefined), [condition], vocabulary);
  const reached = await setOfCondition(app.warehouse, condition, moment, new Map(), app.previewCache);
  return members.filter((profile) => has(reached, profile));
}

function* profileRows(profiles: Uint32Array): Generator<readonly [number]> {
  for (const profile of profiles) yield [profile];
}

function fieldsOf(wanted: readonly string[] | undefined, vocabulary: Vocabulary): readonly Field[] {
  if (wanted !== undefined && wanted.length > 0) return wanted.map((name) => fieldOf(name, vocabulary) ?? unknownField(name, vocabulary));
  return usual.flatMap((name) => fieldOf(name, vocabulary) ?? []);
}

function fieldOf(name: string, vocabulary: Vocabulary, header = name): Field | undefined {
  if (name === 'profile') return { name, header, value: sql`m.profile`, type: 'other' };
  const word = vocabulary.attributes.get(name) ?? [...vocabulary.attributes.values()].find((each) => each.aliases?.includes(name.toLowerCase()) === true);
  if (namespaces.includes(name) || name.startsWith('id:')) return { name, header, value: identifierValue(name, word), type: 'text' };
  if (word === undefined) return undefined;
  return { name, header, value: column(word), type: word.type === 'instant' ? 'instant' : 'other' };
}

/** What a mailing tool asks for. Where a shop keeps names whole, the first word is the first name and the rest the last. */
function fieldsFor(tool: MailingTool, segment: string, vocabulary: Vocabulary): readonly Field[] {
  const whole = vocabulary.attributes.get('name');
  return Object.entries(mailingTools[tool].columns).flatMap(([name, header]): Field | readonly Field[] => {
    // The tools part tags at commas.
    if (name === 'segment') return { name, header, value: sql`${segment.replaceAll(/\s*,\s*/g, ' ')}`, type: 'text' };
    const own = fieldOf(name, vocabulary);
    const part = whole === undefined ? undefined : partOfName[name]?.(sql`trim(${column(whole)})`);
    const values = [...(own === undefined ? [] : [sql`nullif(${own.value}, '')`]), ...(part === undefined ? [] : [part])];
    return { name, header, value: values.length === 0 ? sql`null::VARCHAR` : sql`coalesce(${join(values)})`, type: 'text' };
  });
}

const partOfName: Readonly<Record<string, (whole: Fragment) => Fragment>> = {
  first_name: (whole) => sql`split_part(${whole}, ' ', 1)`,
  last_name: (whole) => sql`trim(substr(${whole}, length(split_part(${whole}, ' ', 1)) + 1))`,
};

const column = (word: AttributeWord): Fragment => ident(word.table === 'attributes' ? 'a' : 'f', word.column);

/** The trait where there is one (it is the newest), else the first of the identifiers. A customer without a customer id of the shop's own has that of the shop's system. */
function identifierValue(namespace: string, word: AttributeWord | undefined): Fragment {
  const rank = sql`case when i.namespace = 'customer_id' then '' else i.namespace end`;
  const first =
    namespace === 'customer_id'
      ? sql`(select arg_min(i.value, (${rank}, i.value)) from identifiers i where ${isCustomerNumber(sql`i.namespace`)} and i.profile = m.profile)`
      : sql`(select min(i.value) from identifiers i where i.namespace = ${namespace.replace(/^id:/, '')} and i.profile = m.profile)`;
  return word === undefined ? first : sql`coalesce(${column(word)}::VARCHAR, ${first})`;
}

function unknownField(name: string, vocabulary: Vocabulary): never {
  const names = [...new Set([...namespaces, 'profile', ...vocabulary.attributes.keys()])];
  const near = nearest(name, names);
  const meant = near.length === 0 ? '.' : `; did you mean ${near.join(' or ')}?`;
  throw new ClienteleError('usage', { detail: `There is no field "${name}"${meant} There are ${names.join(', ')}, and id: with the name of a source.` });
}

const shown = (value: unknown, type: Field['type'], time: (at: Instant) => string): unknown =>
  type === 'instant' && typeof value === 'number' ? time(value as Instant) : (value ?? null);

import { type Condition, type FactSource, parse, type Vocabulary } from '../../language/index.ts';
import { ident, join, sql } from '../../sql/index.ts';
import type { Warehouse } from '../../warehouse/index.ts';

/** What a definition speaks of: attributes by name, kinds of fact, other segments. */
type Subjects = { readonly attributes: readonly string[]; readonly facts: readonly string[]; readonly segments: readonly string[] };

/** For each definition, how much of what it speaks of is known of the customers, 0 to 1; undefined where it can't be read. */
export type Knowledge = (text: string | undefined) => { readonly score: number; readonly weakest: string | null } | undefined;

/**
 * Attributes count by the share of customers who have them, kinds of fact by whether any were ever recorded. A feature is
 * computed for everyone it can apply to, so it counts as known. A segment counts as its own definition does.
 */
export async function readKnowledge(warehouse: Warehouse, vocabulary: Vocabulary, customers: number): Promise<Knowledge> {
  const filled = await filledShares(warehouse, vocabulary, customers);
  const recorded = await recordedFacts(warehouse, vocabulary);
  const measure = (text: string, seen: ReadonlySet<string>): { readonly score: number; readonly weakest: string | null } | undefined => {
    const parsed = parse(text);
    if (!parsed.ok) return undefined;
    const subjects = subjectsOf(parsed.value.tree);
    const parts = [
      ...subjects.attributes.map((name) => ({ name, score: filled.get(name.toLowerCase()) ?? 0 })),
      ...subjects.facts.map((name) => ({ name, score: recorded.has(name) ? 1 : 0 })),
      ...subjects.segments.flatMap((slug) => {
        const other = vocabulary.segments.get(slug);
        if (other === undefined || seen.has(slug)) return [];
        return [{ name: other.name, score: measure(other.text, new Set([...seen, slug]))?.score ?? 0 }];
      }),
    ];
    if (parts.length === 0) return { score: 1, weakest: null };
    const weakest = parts.reduce((least, part) => (part.score < least.score ? part : least));
    return { score: parts.reduce((sum, part) => sum + part.score, 0) / parts.length, weakest: weakest.score < 1 ? weakest.name : null };
  };
  return (text) => (text === undefined ? undefined : measure(text, new Set()));
}

async function filledShares(warehouse: Warehouse, vocabulary: Vocabulary, customers: number): Promise<ReadonlyMap<string, number>> {
  const words = [...new Map([...vocabulary.attributes.values()].map((word) => [word.name, word])).values()];
  const traits = words.filter((word) => word.table === 'attributes');
  const counts = traits.map((word, index) => sql`count(${ident(word.column)})::INTEGER as ${ident(`n${index}`)}`);
  const row = counts.length === 0 ? undefined : await warehouse.row<Record<string, number>>(sql`select ${join(counts)} from attributes`);
  const known = new Map<string, number>();
  for (const word of words) {
    const index = traits.indexOf(word);
    const score = index < 0 ? 1 : Math.min(1, (row?.[`n${index}`] ?? 0) / Math.max(1, customers));
    for (const name of [word.name, ...(word.aliases ?? [])]) known.set(name.toLowerCase(), score);
  }
  return known;
}

async function recordedFacts(warehouse: Warehouse, vocabulary: Vocabulary): Promise<ReadonlySet<string>> {
  const row = await warehouse.row<Record<string, boolean>>(
    sql`select exists (from orders where counts and not is_return) as orders, exists (from orders where is_return) as returns, exists (from items) as items,
          exists (from feedback where kind = 'review') as reviews, exists (from feedback where kind = 'ticket') as tickets, exists (from feedback where kind = 'survey') as surveys`,
  );
  const kinds = Object.entries(row ?? {}).flatMap(([name, any]) => (any ? [name] : []));
  // The event that an order is counts through orders.
  return new Set([...kinds, ...vocabulary.events.map((name) => `event ${name.toLowerCase()}`), ...(row?.['orders'] === true ? ['event order completed'] : [])]);
}

function subjectsOf(tree: Condition): Subjects {
  const attributes = new Set<string>();
  const facts = new Set<string>();
  const segments = new Set<string>();
  const source = (of: FactSource): void => void facts.add(of.kind === 'event' ? `event ${of.name.toLowerCase()}` : of.kind);
  const visit = (condition: Condition): void => {
    switch (condition.kind) {
      case 'all':
      case 'any':
      case 'none':
        condition.of.forEach(visit);
        return;
      case 'not':
        visit(condition.of);
        return;
      case 'compare':
        if (condition.left.kind === 'attribute') attributes.add(condition.left.name);
        else source(condition.left.facts.of);
        return;
      case 'known':
      case 'unknown':
        // Asking for absence is answered for everyone.
        return;
      case 'date':
        attributes.add(condition.attribute);
        return;
      case 'in-segment':
        segments.add(condition.segment);
        return;
      case 'can-receive':
        attributes.add(`accepts_${condition.channel}`);
        return;
      case 'within':
        attributes.add('latitude');
        return;
      case 'sequence':
        condition.steps.forEach((step) => source(step.facts.of));
        return;
      case 'random':
        return;
    }
  };
  visit(tree);
  return { attributes: [...attributes], facts: [...facts], segments: [...segments] };
}

import type { TFunction } from 'i18next';
import type { Question, Targets } from '../predict-queries.ts';

/** What somebody wants to know of whom, before it is kept. */
export type Chosen = {
  readonly name: string;
  readonly target: Question['target'];
  readonly among: string | null;
  /** What was proposed for `among`. */
  readonly proposed: string | null;
  readonly horizon: number;
  /** The option of the list that it came from. */
  readonly value?: string;
};

type Option = { readonly value: string; readonly label: string; readonly name: string; readonly target: Question['target']; readonly among: string | null };

/** Everything of this shop that "who will …" can be about, by kind. */
export function optionsOf(targets: Targets, t: TFunction<['predict']>): readonly { readonly group: string; readonly options: readonly Option[] }[] {
  const groups = [
    {
      group: t('new.kind.category'),
      options: targets.categories.map(({ category }) => ({
        value: `category ${category}`,
        label: category,
        name: t('new.buys', { what: category }),
        target: { kind: 'category' as const, category },
        among: null,
      })),
    },
    {
      group: t('new.kind.product'),
      options: targets.products.map(({ product }) => ({
        value: `product ${product}`,
        label: product,
        name: t('new.buys', { what: product }),
        target: { kind: 'product' as const, product },
        among: null,
      })),
    },
    {
      group: t('new.kind.event'),
      options: targets.events.map(({ event, among }) => ({
        value: `event ${event}`,
        label: event,
        name: t('new.does', { what: event }),
        target: { kind: 'event' as const, event },
        among,
      })),
    },
    {
      group: t('new.kind.segment'),
      options: targets.segments.map(({ slug, name }) => ({
        value: `segment ${slug}`,
        label: name,
        name: t('new.enters', { what: name }),
        target: { kind: 'segment' as const, segment: slug },
        among: null,
      })),
    },
  ];
  return groups.filter(({ options }) => options.length > 0);
}

/** Of whom a question about an event can be asked: what is proposed, everybody (no text), or the members of a segment. Of purchases and segments the question itself says it. */
export function whomOf(
  { target, proposed }: Chosen,
  { segments }: Targets,
  t: TFunction<['predict']>,
): readonly { readonly value: string; readonly label: string }[] {
  if (target.kind !== 'event') return [];
  return [
    ...(proposed === null ? [] : [{ value: proposed, label: t('new.whomProposed') }]),
    { value: '', label: t('new.whomEverybody') },
    ...segments.map(({ slug, name }) => ({ value: `in segment ${JSON.stringify(slug)}`, label: t('new.whomSegment', { name }) })),
  ];
}

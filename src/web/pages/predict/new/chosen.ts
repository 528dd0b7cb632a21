import type { TFunction } from 'i18next';
import type { Question, Targets } from '../predict-queries.ts';

/** What somebody wants to know of whom, before it is kept. */
export type Chosen = {
  readonly name: string;
  readonly target: Question['target'];
  readonly among: string | null;
  readonly horizon: number;
  /** The option of the list that it came from. */
  readonly value?: string;
};

type Option = { readonly value: string; readonly label: string; readonly name: string; readonly target: Question['target'] };

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
      })),
    },
    {
      group: t('new.kind.product'),
      options: targets.products.map(({ product }) => ({
        value: `product ${product}`,
        label: product,
        name: t('new.buys', { what: product }),
        target: { kind: 'product' as const, product },
      })),
    },
    {
      group: t('new.kind.event'),
      options: targets.events.map(({ event }) => ({
        value: `event ${event}`,
        label: event,
        name: t('new.does', { what: event }),
        target: { kind: 'event' as const, event },
      })),
    },
    {
      group: t('new.kind.segment'),
      options: targets.segments.map(({ slug, name }) => ({
        value: `segment ${slug}`,
        label: name,
        name: t('new.enters', { what: name }),
        target: { kind: 'segment' as const, segment: slug },
      })),
    },
  ];
  return groups.filter(({ options }) => options.length > 0);
}

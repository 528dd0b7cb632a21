import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { HeatMap } from '../../../charts/heat-map.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { GroupPanel } from '../../../components/group/group-panel.tsx';
import type { Affinity } from '../insights-query.ts';

const mostItems = 12;

/** Each with each: of those who bought the one at the left, how many bought the one on top as well. */
export function TogetherPanel({ data }: { readonly data: Affinity }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const { names, cells, pairs } = useMemo(() => matrixOf(data), [data]);
  if (cells.length === 0) return null;
  const strongest = pairs.toSorted((one, other) => other.share - one.share)[0];
  const finding =
    strongest === undefined ? undefined : t('products.strongest', { share: format.share(strongest.share), bought: strongest.from, other: strongest.to });
  const title = t('products.together');
  return (
    <GroupPanel
      title={title}
      finding={finding}
      how={t('products.togetherHow')}
      table={{
        columns: [
          { header: t('products.bought') },
          { header: t('products.alsoBought') },
          { header: t('products.confidence'), format: format.share },
          { header: t('products.lift'), format: format.decimal },
          { header: t('products.both'), format: format.count },
        ],
        rows: pairs.map(({ from, to, share, lift, people }) => [from, to, share, lift, people]),
      }}
      groups={pairs.map(({ from, to, people, expression, share }) => ({
        title: t('products.bothOf', { bought: from, other: to }),
        people,
        expression,
        detail: t('products.also', { share: format.share(share) }),
      }))}
      tableOnPhone
      chart={(choose) => (
        <HeatMap
          label={finding ?? title}
          columns={names}
          rows={names}
          cells={cells}
          format={format.wholeShare}
          steps="even"
          everyName
          height={48 + names.length * 36}
          onSelect={(cell) => choose(cells.indexOf(cell))}
        />
      )}
    />
  );
}

type Pair = {
  readonly from: string;
  readonly to: string;
  readonly share: number;
  readonly lift: number;
  readonly people: number;
  readonly expression: string | null;
};

function matrixOf({ items, pairs }: Affinity) {
  const most = items.toSorted((one, other) => other.baskets - one.baskets).slice(0, mostItems);
  const at = new Map(most.map(({ key }, index) => [key, index]));
  const both: { readonly row: number; readonly column: number; readonly pair: Pair }[] = pairs.flatMap(
    ({ a, b, a_name, b_name, confidence, confidence_back, lift, people, expression }) => {
      const [one, other] = [at.get(a), at.get(b)];
      if (one === undefined || other === undefined) return [];
      return [
        { row: one, column: other, pair: { from: a_name, to: b_name, share: confidence, lift, people, expression } },
        { row: other, column: one, pair: { from: b_name, to: a_name, share: confidence_back, lift, people, expression } },
      ];
    },
  );
  return {
    names: most.map(({ name }) => name),
    cells: both.map(({ row, column, pair }) => ({ row, column, value: pair.share })),
    pairs: both.map(({ pair }) => pair),
  };
}

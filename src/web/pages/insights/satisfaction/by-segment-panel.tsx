import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../components/format/use-format.ts';
import { PanelTable } from '../../../components/panel/panel-table.tsx';
import { Panel } from '../../../components/panel/panel.tsx';
import type { Satisfaction } from './satisfaction-query.ts';
import { useScore } from './use-score.ts';

/** Segment beside segment, over all time. */
export function BySegmentPanel({ data }: { readonly data: Satisfaction }) {
  const { t } = useTranslation('insights');
  const format = useFormat();
  const score = useScore(data.measure);
  const known = data.segments.filter((each) => each.score !== null).toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0));
  const [best, worst] = [known[0], known.at(-1)];
  const table = {
    columns: [
      { header: t('satisfaction.segment') },
      { header: t('satisfaction.answers'), format: format.count },
      { header: t('satisfaction.score'), format: score },
      { header: t('satisfaction.low'), format: score },
      { header: t('satisfaction.high'), format: score },
    ],
    rows: [{ name: t('satisfaction.everybody'), ...data.overall }, ...data.segments].map((each) => [each.name, each.answers, each.score, each.low, each.high]),
  };
  const finding =
    best === undefined || worst === undefined
      ? t('satisfaction.few')
      : best === worst
        ? t('satisfaction.against', { name: best.name, score: score(best.score ?? 0), all: score(data.overall.score ?? 0) })
        : t('satisfaction.between', { best: best.name, bestScore: score(best.score ?? 0), worst: worst.name, worstScore: score(worst.score ?? 0) });
  return (
    <Panel title={t('satisfaction.bySegment')} finding={finding} how={data.how} table={table}>
      <PanelTable table={table} label={t('satisfaction.bySegment')} />
    </Panel>
  );
}

import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { HeatMap } from '../../charts/heat-map.tsx';
import { useFormat } from '../../components/format/use-format.ts';
import { GroupPanel } from '../../components/group/group-panel.tsx';
import type { Group } from '../../components/group/group.ts';
import { Page } from '../../components/page/page.tsx';
import { Asked } from '../../components/waiting/asked.tsx';
import { overlapQuery } from '../segment/segment-queries.ts';
import { segmentListQuery } from '../segments/list/list-queries.ts';
import { matrixOf } from './matrix.ts';

const route = getRouteApi('/shell/segments/~overlap');

/** Which segments share their people: a matrix of one folder, or of the largest. */
export function OverlapPage() {
  const { t } = useTranslation('segment');
  const { folder } = route.useSearch();
  const navigate = route.useNavigate();
  const segments = useQuery(segmentListQuery);
  return (
    <Page title={t('overlap.matrix')} lead={t('overlap.lead')}>
      <Asked answer={segments} lines={8}>
        {(all) => {
          const folders = [...new Set(all.map((each) => each.folder))].filter((each) => each !== '').toSorted();
          const chosen = all
            .filter((each) => (folder === '' || each.folder === folder) && (each.members ?? 0) > 0)
            .toSorted((one, other) => (other.members ?? 0) - (one.members ?? 0))
            .slice(0, mostShown);
          return (
            <>
              <Select
                label={t('overlap.folder')}
                data={[{ value: '', label: t('overlap.largest', { count: mostShown }) }, ...folders.map((each) => ({ value: each, label: each }))]}
                value={folder}
                onChange={(next) => void navigate({ search: { folder: next ?? '' }, replace: true })}
                mb="md"
                maw={320}
              />
              {chosen.length < 2 ? <p>{t('overlap.tooFew')}</p> : <Matrix segments={chosen} />}
            </>
          );
        }}
      </Asked>
    </Page>
  );
}

/** More rows than these nobody reads. */
const mostShown = 14;

type Named = { readonly slug: string; readonly name: string };

function Matrix({ segments }: { readonly segments: readonly Named[] }) {
  const { t } = useTranslation('segment');
  const format = useFormat();
  const groupOf = (one: Named | undefined, other: Named | undefined, both: number): Group | undefined =>
    one === undefined || other === undefined
      ? undefined
      : {
          title: t('overlap.both', { a: one.name, b: other.name }),
          people: both,
          expression: `in segment "${one.slug}" and in segment "${other.slug}"`,
        };
  const pairs = useQuery(overlapQuery(segments.map(({ slug }) => slug)));
  return (
    <Asked answer={pairs} height={420}>
      {(found) => {
        const matrix = matrixOf(segments, found);
        const names = segments.map(({ name }) => name);
        const { most } = matrix;
        const finding = most === undefined ? t('overlap.none') : t('overlap.strongest', { share: format.share(most.share), a: most.a, b: most.b });
        return (
          <GroupPanel
            title={t('overlap.title')}
            finding={finding}
            how={t('overlap.matrixHow')}
            tableOnPhone
            chart={(choose) => (
              <HeatMap
                label={finding}
                columns={names}
                rows={names}
                cells={matrix.cells.map(({ row, column, share }) => ({ row, column, value: share }))}
                format={format.share}
                everyName
                height={80 + names.length * 30}
                onSelect={({ row, column }) => choose(matrix.cells.findIndex((each) => each.row === row && each.column === column))}
              />
            )}
            table={{
              columns: [
                { header: t('overlap.one') },
                { header: t('overlap.other') },
                { header: t('overlap.people') },
                { header: t('overlap.ofOne'), format: format.share },
              ],
              rows: matrix.cells.map(({ row, column, both, share }) => [names[row] ?? '', names[column] ?? '', both, share]),
            }}
            groups={matrix.cells.map(({ row, column, both }) => groupOf(segments[row], segments[column], both))}
          />
        );
      }}
    </Asked>
  );
}

import { Button, SegmentedControl } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel/panel.tsx';
import { Asked } from '../../components/waiting/asked.tsx';
import { useFormat } from '../../components/format/use-format.ts';
import { foldMoves } from './folded-moves.ts';
import { MovesEntry } from './moves-entry.tsx';
import { storyQuery } from './customer-queries.ts';
import { type TimelineKind, timelineKinds } from './customer-search.ts';
import styles from './customer.module.css';
import { TimelineEntry } from './timeline-entry.tsx';

const route = getRouteApi('/shell/customers/$profile');
/** What the API calls the kinds of one choice. */
const kindsOf: Readonly<Record<TimelineKind, string>> = {
  all: '',
  order: 'order,return',
  visit: 'visit,contract',
  mail: 'mail',
  review: 'review,ticket,survey',
  segment: 'segment',
};

/** Everything that happened, newest first. */
export function TimelinePanel({ id }: { readonly id: string }) {
  const { t } = useTranslation('customer');
  const format = useFormat();
  const { show } = route.useSearch();
  const navigate = route.useNavigate();
  const story = useInfiniteQuery(storyQuery(id, kindsOf[show]));
  return (
    <Panel title={t('timeline.title')}>
      <div className={styles.kinds}>
        <SegmentedControl
          size="xs"
          aria-label={t('timeline.show')}
          value={show}
          data={timelineKinds.map((value) => ({ value, label: t(`timeline.kind.${value}`) }))}
          onChange={(value) => void navigate({ search: { show: value }, replace: true })}
        />
      </div>
      <Asked answer={story} lines={8}>
        {({ pages }) => {
          const entries = pages.flatMap(({ items }) => items);
          if (entries.length === 0) return <p className={styles.muted}>{t('timeline.empty')}</p>;
          return (
            <ol className={styles.timeline}>
              {(show === 'segment' ? entries.map((entry) => ({ kind: 'one', entry }) as const) : foldMoves(entries, format.day)).map((told, index) =>
                told.kind === 'moves' ? (
                  <MovesEntry key={`${told.moves[0]?.at ?? ''} moves ${index}`} moves={told.moves} />
                ) : (
                  <TimelineEntry key={`${told.entry.at} ${told.entry.kind} ${index}`} entry={told.entry} />
                ),
              )}
            </ol>
          );
        }}
      </Asked>
      {story.hasNextPage ? (
        <Button variant="default" size="xs" loading={story.isFetchingNextPage} onClick={() => void story.fetchNextPage()}>
          {t('timeline.more')}
        </Button>
      ) : null}
    </Panel>
  );
}

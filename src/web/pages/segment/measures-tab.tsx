import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format/use-format.ts';
import { InnerLink } from '../../components/group/inner-link.tsx';
import { peopleAddress } from '../../components/group/group.ts';
import { AskedPanel } from '../../components/panel/asked-panel.tsx';
import { Panel, Panels } from '../../components/panel/panel.tsx';
import { segmentAddress } from '../segments/addresses.ts';
import { segmentListQuery } from '../segments/list/list-queries.ts';
import type { Segment } from './segment.ts';
import { overlapQuery, scorecardQuery } from './segment-queries.ts';
import styles from './segment-page.module.css';

const mostOthers = 15;

/** How good a segment it is, and whom it shares with others. */
export function MeasuresTab({ segment }: { readonly segment: Segment }) {
  return (
    <Panels>
      <ScorecardPanel slug={segment.slug} />
      <OverlapPanel slug={segment.slug} />
    </Panels>
  );
}

function ScorecardPanel({ slug }: { readonly slug: string }) {
  const { t } = useTranslation('segment');
  const format = useFormat();
  const report = useQuery(scorecardQuery(slug));
  return (
    <AskedPanel title={t('scorecard.title')} answer={report} height={320}>
      {({ scorecards: [card], merges }) =>
        card === undefined ? (
          <Panel title={t('scorecard.title')} finding={t('scorecard.nothing')} />
        ) : (
          <Panel
            title={t('scorecard.title')}
            finding={card.overall === null ? t('scorecard.unmeasured') : t('scorecard.overall', { score: format.share(card.overall) })}
            how={t('scorecard.how')}
          >
            <ul className={styles.rows}>
              {Object.entries(card.criteria).map(([name, { score, because }]) => (
                <li key={name} className={styles.row}>
                  <div className={styles.label}>
                    <strong>{t(`criteria.${name}` as 'criteria.measurable')}</strong>
                    <span>{score === null ? t('scorecard.unmeasured') : format.share(score)}</span>
                  </div>
                  <div className={styles.bar} aria-hidden>
                    <div className={styles.fill} style={{ width: `${(score ?? 0) * 100}%` }} />
                  </div>
                  <span className={styles.muted}>{because}</span>
                </li>
              ))}
            </ul>
            {card.differences.length === 0 ? null : <h3 className={styles.muted}>{t('scorecard.differences')}</h3>}
            <ul>
              {card.differences.slice(0, 6).map(({ feature, phrase }) => (
                <li key={feature}>{phrase}</li>
              ))}
            </ul>
            {merges.map(({ keep, merge, because }) => (
              <p key={`${keep} ${merge}`} className={styles.muted}>
                {t('scorecard.merge', { keep, merge, because })}
              </p>
            ))}
          </Panel>
        )
      }
    </AskedPanel>
  );
}

function OverlapPanel({ slug }: { readonly slug: string }) {
  const { t } = useTranslation('segment');
  const format = useFormat();
  const pairs = useQuery(overlapQuery([]));
  const { data: segments } = useQuery(segmentListQuery);
  const nameOf = (other: string) => segments?.find((each) => each.slug === other)?.name ?? other;
  return (
    <AskedPanel title={t('overlap.title')} answer={pairs} height={320}>
      {(all) => {
        const others = all
          .filter(({ a, b, both }) => both > 0 && (a === slug || b === slug))
          .map((pair) =>
            pair.a === slug ? { other: pair.b, both: pair.both, share: pair.share_of_a } : { other: pair.a, both: pair.both, share: pair.share_of_b },
          )
          .toSorted((one, two) => two.both - one.both);
        const [first] = others;
        return (
          <Panel
            title={t('overlap.title')}
            finding={first === undefined ? t('overlap.nobody') : t('overlap.most', { share: format.share(first.share), other: nameOf(first.other) })}
            how={t('overlap.how')}
          >
            <ul className={styles.rows}>
              {others.slice(0, mostOthers).map(({ other, both, share }) => (
                <li key={other}>
                  <div className={styles.label}>
                    <InnerLink href={segmentAddress(other)}>{nameOf(other)}</InnerLink>
                    <InnerLink href={peopleAddress(`in segment "${slug}" and in segment "${other}"`)}>
                      {t('overlap.shared', { share: format.share(share), count: both, formatted: format.count(both) })}
                    </InnerLink>
                  </div>
                  <div className={styles.bar} aria-hidden>
                    <div className={styles.fill} style={{ width: `${share * 100}%` }} />
                  </div>
                </li>
              ))}
            </ul>
            <InnerLink href="/segments/~overlap">{t('overlap.matrix')}</InnerLink>
          </Panel>
        );
      }}
    </AskedPanel>
  );
}

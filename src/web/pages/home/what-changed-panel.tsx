import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format/use-format.ts';
import { InnerLink } from '../../components/group/inner-link.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { Asked } from '../../components/waiting/asked.tsx';
import { type WhatChanged, whatChangedQuery } from './home-query.ts';
import styles from './what-changed-panel.module.css';

const most = 6;

/** Segments that people entered and left, and what came in, in the week before. */
export function WhatChangedPanel() {
  const { t } = useTranslation('home');
  const format = useFormat();
  const answer = useQuery(whatChangedQuery);
  const data = answer.data;
  const table =
    data === undefined
      ? undefined
      : {
          columns: [
            { header: t('changed.segment') },
            { header: t('changed.entered'), format: format.count },
            { header: t('changed.left'), format: format.count },
            { header: t('changed.members'), format: format.count },
            { header: t('changed.spent'), format: format.money },
          ],
          rows: data.segments.map(({ name, entered, left, members, revenue }) => [name, entered, left, members, revenue]),
        };
  return (
    <Panel title={t('changed.title')} finding={data?.sentence} how={data?.how} table={table}>
      <Asked answer={answer} height={240}>
        {({ segments, rewritten, imports }) => (
          <>
            {segments.length === 0 ? null : (
              <ul className={styles.list}>
                {segments.slice(0, most).map((segment) => (
                  <Segment key={segment.slug} segment={segment} />
                ))}
              </ul>
            )}
            {rewritten.length === 0 ? null : (
              <>
                <h3 className={styles.under}>{t('changed.rewritten')}</h3>
                <ul className={styles.list}>
                  {rewritten.slice(0, most).map(({ slug, name, by_itself: byItself, before, after }) => (
                    <li key={slug} className={styles.row}>
                      <InnerLink href={`/segments/${slug}`} className={styles.name}>
                        {name}
                      </InnerLink>
                      <span className={styles.facts}>{byItself ? t('changed.byItself', { before, after }) : t('changed.byHand', { before, after })}</span>
                    </li>
                  ))}
                </ul>
              </>
            )}
            {imports.length === 0 ? null : (
              <>
                <h3 className={styles.under}>{t('changed.imports')}</h3>
                <ul className={styles.list}>
                  {imports.slice(0, most).map(({ id, at, file, accepted, rejected }) => (
                    <li key={id} className={styles.row}>
                      <span className={styles.name}>{file}</span>
                      <span className={styles.facts}>
                        {t('changed.rows', { count: accepted, formatted: format.count(accepted) })}
                        {rejected === 0 ? null : <span className={styles.rejected}> · {t('changed.rejected', { formatted: format.count(rejected) })}</span>}
                        {' · '}
                        {format.day(at)}
                      </span>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </>
        )}
      </Asked>
    </Panel>
  );
}

function Segment({ segment }: { readonly segment: WhatChanged['segments'][number] }) {
  const { t } = useTranslation('home');
  const format = useFormat();
  return (
    <li className={styles.row}>
      <InnerLink href={`/segments/${segment.slug}`} className={styles.name}>
        {segment.name}
      </InnerLink>
      <span className={styles.facts}>
        <span className={styles.in}>{t('changed.in', { formatted: format.count(segment.entered) })}</span>
        {' · '}
        <span className={styles.out}>{t('changed.out', { formatted: format.count(segment.left) })}</span>
        {' · '}
        {t('changed.now', { formatted: format.count(segment.members) })}
      </span>
    </li>
  );
}

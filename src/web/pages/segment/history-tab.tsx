import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmWithWhatChanges } from '../../components/confirm/confirm-with-what-changes.tsx';
import { useFormat } from '../../components/format/use-format.ts';
import { InnerLink } from '../../components/group/inner-link.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { segmentAddress } from '../segments/addresses.ts';
import { useMayEdit } from '../segments/may-edit.ts';
import type { Segment } from './segment.ts';
import { WordDifference } from './word-difference.tsx';
import styles from './segment-page.module.css';
import { useSegmentEdit } from './use-segment-edit.ts';

/** Every definition it has had, newest first, with what changed and the way back; and what hangs on it. */
export function HistoryTab({ segment, etag }: { readonly segment: Segment; readonly etag: string }) {
  const { t } = useTranslation('segment');
  const format = useFormat();
  const mayEdit = useMayEdit();
  const edit = useSegmentEdit(segment.slug, etag);
  const [restoring, setRestoring] = useState<number | null>(null);
  const versions = segment.versions.toSorted((one, two) => two.version - one.version);
  return (
    <div className={styles.stack}>
      <Panel title={t('history.title')} finding={t('history.finding', { count: versions.length })}>
        <ol className={styles.rows}>
          {versions.map(({ version, text, note, author, at }, index) => (
            <li key={version} className={styles.row}>
              <div className={styles.label}>
                <strong>{t('history.version', { version })}</strong>
                <span className={styles.muted}>{t('history.by', { author, at: format.moment(at) })}</span>
              </div>
              {note === '' ? null : <p>{note}</p>}
              <pre className={styles.definition}>
                <WordDifference before={versions[index + 1]?.text ?? text} after={text} />
              </pre>
              {version === segment.version || !mayEdit ? null : (
                <Button variant="default" size="xs" mt="xs" onClick={() => setRestoring(version)}>
                  {t('history.restore')}
                </Button>
              )}
            </li>
          ))}
        </ol>
      </Panel>
      <Panel title={t('history.users')} finding={segment.used_by.length === 0 ? t('history.nobody') : t('history.usedBy', { count: segment.used_by.length })}>
        <ul>
          {segment.used_by.map((slug) => (
            <li key={slug}>
              <InnerLink href={segmentAddress(slug)}>{slug}</InnerLink>
            </li>
          ))}
        </ul>
        {segment.include.length + segment.exclude.length === 0 ? null : (
          <>
            <h3 className={styles.muted}>{t('history.lists')}</h3>
            <ul>
              {[
                ...segment.include.map((each) => ({ ...each, way: 'included' as const })),
                ...segment.exclude.map((each) => ({ ...each, way: 'excluded' as const })),
              ].map(({ namespace, value, way }) => (
                <li key={`${namespace} ${value}`}>
                  {t(`history.${way}`, { namespace, value })}{' '}
                  {mayEdit ? (
                    <Button
                      variant="subtle"
                      size="compact-xs"
                      onClick={() =>
                        edit.mutate({
                          change: { unlist: [value] },
                          say: t('history.unlisted', { value }),
                          undo: way === 'included' ? { include: [value] } : { exclude: [value] },
                        })
                      }
                    >
                      {t('history.unlist')}
                    </Button>
                  ) : null}
                </li>
              ))}
            </ul>
          </>
        )}
      </Panel>
      <ConfirmWithWhatChanges
        opened={restoring !== null}
        onClose={() => setRestoring(null)}
        title={t('history.restoreTitle', { version: restoring ?? 0 })}
        verb={t('history.restore')}
        pending={edit.isPending}
        error={edit.error}
        onConfirm={() =>
          edit.mutate(
            { change: { restore: restoring ?? segment.version }, say: t('history.restored', { version: restoring ?? 0 }), undo: { restore: segment.version } },
            { onSuccess: () => setRestoring(null) },
          )
        }
      >
        <pre className={styles.definition}>
          <WordDifference before={segment.text} after={versions.find(({ version }) => version === restoring)?.text ?? segment.text} />
        </pre>
      </ConfirmWithWhatChanges>
    </div>
  );
}

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../components/format/use-format.ts';
import { JobProgress } from '../../../components/job/job-progress.tsx';
import { Panel } from '../../../components/panel/panel.tsx';
import { PanelTable } from '../../../components/panel/panel-table.tsx';
import { Asked } from '../../../components/waiting/asked.tsx';
import { useMayEdit } from '../../segments/may-edit.ts';
import { comparisonQuery, type Comparison, type OneModel } from '../predict-queries.ts';
import styles from '../predict.module.css';
import { useAct } from './use-act.ts';

const route = getRouteApi('/shell/predict/models/$model');

/** Every version that was trained, the way back to an earlier one, and the newest beside the one that acts. */
export function VersionsTab({ model }: { readonly model: OneModel }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const mayEdit = useMayEdit();
  const navigate = route.useNavigate();
  const { summary, versions } = model;
  const { mutate, data: job, isPending, over, reset } = useAct(summary.model);
  const acting = versions.find(({ status }) => status === 'approved');
  // One waits for a decision at most: the newest, where it is newer than the one that acts. Those before it were passed over.
  const badgeOf = ({ version, status }: Pick<OneModel['versions'][number], 'version' | 'status'>) =>
    status !== 'candidate' ? status : version === summary.challenger?.version ? 'candidate' : 'passed';
  return (
    <>
      {summary.acting === null || summary.challenger === null ? null : <Compared model={summary.model} />}
      <Panel
        title={t('versions.title')}
        finding={acting === undefined ? t('versions.none') : t('versions.acts', { version: acting.version, method: acting.method })}
      >
        {job === undefined ? null : (
          <JobProgress
            id={job.id}
            onOver={() => {
              over();
              reset();
            }}
          />
        )}
        <ul className={styles.list}>
          {versions.map(({ version, status, method, trained_at: trained, as_of: asOf, no_better: doubt }) => {
            const badge = badgeOf({ version, status });
            return (
              <li key={version}>
                <div className={styles.line}>
                  <span>
                    <strong>{t('versions.version', { version })}</strong> {method}{' '}
                    <span className={styles.badge} data-state={badge === 'candidate' ? 'waits' : badge}>
                      {t(`versions.${badge}`)}
                    </span>
                  </span>
                  <span>
                    <Button variant="subtle" size="compact-sm" onClick={() => void navigate({ search: { show: 'card', version } })}>
                      {t('versions.card')}
                    </Button>
                    {mayEdit && status !== 'approved' && (status === 'retired' || doubt === null) ? (
                      <Button
                        variant="default"
                        size="compact-sm"
                        ml="xs"
                        disabled={isPending || job !== undefined}
                        onClick={() => mutate({ act: 'approve', version })}
                        aria-label={t('versions.letActOf', { version })}
                      >
                        {status === 'retired' ? t('versions.back') : t('decision.approve')}
                      </Button>
                    ) : null}
                  </span>
                </div>
                {status === 'candidate' && doubt !== null ? <p className={styles.muted}>{doubt}</p> : null}
                <p className={styles.muted}>{t('versions.learnt', { trained: format.moment(trained), day: format.day(asOf) })}</p>
              </li>
            );
          })}
        </ul>
      </Panel>
    </>
  );
}

function Compared({ model }: { readonly model: string }) {
  const asked = useQuery(comparisonQuery(model));
  return (
    <Asked answer={asked} height={240}>
      {(data) => <ComparedPanel data={data} />}
    </Asked>
  );
}

function ComparedPanel({ data }: { readonly data: Comparison }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const table = {
    columns: [
      { header: t('versions.figure') },
      { header: t('versions.champion', { version: data.champion?.version ?? 0 }), format: format.fine },
      { header: t('versions.challenger', { version: data.challenger?.version ?? 0 }), format: format.fine },
      { header: t('versions.better') },
    ],
    rows: data.figures.map(({ label, champion, challenger, better }) => [label, champion, challenger, t(`versions.is.${better}`)]),
  };
  return (
    <Panel title={t('versions.compare')} finding={data.advice} how={t('versions.compareHow')} table={table}>
      <PanelTable table={table} label={t('versions.compare')} />
      {data.moved === null ? null : (
        <p className={styles.muted}>
          {t('versions.moved', { share: format.share(data.moved.changed), count: data.moved.customers, formatted: format.count(data.moved.customers) })}
        </p>
      )}
    </Panel>
  );
}

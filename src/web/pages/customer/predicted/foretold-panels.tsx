import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AskedPanel } from '../../../components/panel/asked-panel.tsx';
import { Panel } from '../../../components/panel/panel.tsx';
import styles from '../customer.module.css';
import { type Foretold, foretoldQuery } from './predictions-query.ts';
import { ScorePanel } from './score-panel.tsx';
import { ValuePanel } from './value-panel.tsx';

/** What the models that act say of one customer. Before any acts, how that comes to be. */
export function ForetoldPanels({ id }: { readonly id: string }) {
  const { t } = useTranslation('customer');
  const asked = useQuery(foretoldQuery(id));
  return (
    <AskedPanel title={t('foretold.title')} answer={asked} height={240}>
      {(data) => <Told data={data} />}
    </AskedPanel>
  );
}

function Told({ data: { value, scores, group, leaning, timing } }: { readonly data: Foretold }) {
  const { t } = useTranslation('customer');
  if (value === null && scores.length === 0 && group === null && leaning === null && timing === null)
    return (
      <Panel title={t('foretold.title')} finding={t('foretold.none')}>
        <Anchor component={Link} to="/predict" fz="sm">
          {t('foretold.toModels')}
        </Anchor>
      </Panel>
    );
  const habits = [leaning?.sentence, timing?.sentence].filter((sentence) => sentence !== undefined);
  return (
    <>
      {value === null ? null : <ValuePanel value={value} />}
      {scores.length === 0 ? null : <ScorePanel scores={scores} />}
      {group === null && habits.length === 0 ? null : (
        <Panel title={t('foretold.alike')} finding={group === null ? habits[0] : t('foretold.group', { name: group.name })}>
          {group === null ? null : <p className={styles.note}>{group.description}</p>}
          {habits.slice(group === null ? 1 : 0).map((sentence) => (
            <p key={sentence} className={styles.note}>
              {sentence}
            </p>
          ))}
          {group === null ? null : (
            <Anchor component={Link} to={`/predict/groups?group=${group.number}`} fz="sm">
              {t('foretold.toGroup')}
            </Anchor>
          )}
        </Panel>
      )}
    </>
  );
}

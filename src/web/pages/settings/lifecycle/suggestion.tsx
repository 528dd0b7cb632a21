import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../components/panel/panel.tsx';
import { useMayEdit } from '../../segments/may-edit.ts';
import { suggestionQuery } from '../settings-queries.ts';
import type { Stage } from './stage.ts';

/** Day limits from this shop's own rhythm: taken into the editor with one click, kept only when one says so there. */
export function Suggestion({ onTake }: { readonly onTake: (stages: readonly Stage[]) => void }) {
  const { t } = useTranslation('settings');
  const may = useMayEdit();
  const { data } = useQuery(suggestionQuery);
  if (data === undefined) return null;
  return (
    <Panel title={t('lifecycle.rhythm')} finding={data.sentence} how={t('lifecycle.rhythmHow')}>
      {data.enough && may ? (
        <div>
          <Button variant="default" onClick={() => onTake(data.stages)}>
            {t('lifecycle.take')}
          </Button>
        </div>
      ) : null}
    </Panel>
  );
}

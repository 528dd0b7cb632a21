import { Button, Group, NativeSelect, NumberInput, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../api/answered.ts';
import { answer, client } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';
import { Panel } from '../../../components/panel/panel.tsx';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import { useUndoToast } from '../../../components/undo/use-undo-toast.ts';
import { Asked } from '../../../components/waiting/asked.tsx';
import { useMayEdit } from '../../segments/may-edit.ts';
import styles from '../predict.module.css';
import { offerSettingsQuery } from '../offers/offers-queries.ts';

type OfferSettings = Answered<'/api/v1/recommendations/settings'>;

/** What recommendations may name, and how much of it. */
export function OfferSettings() {
  const asked = useQuery(offerSettingsQuery);
  return (
    <Asked answer={asked} height={240}>
      {(data) => <Form settings={data} />}
    </Asked>
  );
}

const again = { fitted: null, no: true, yes: false } as const;
type Again = keyof typeof again;
const allAgain = ['fitted', 'yes', 'no'] as const satisfies readonly Again[];

function Form({ settings }: { readonly settings: OfferSettings }) {
  const { t } = useTranslation('predict');
  const mayEdit = useMayEdit();
  const toast = useUndoToast();
  const queryClient = useQueryClient();
  const [own, setOwn] = useState<OfferSettings>(settings);
  const [off, setOff] = useState(settings.unavailable.join('\n'));
  const save = useMutation({
    mutationFn: (next: OfferSettings) => answer(client.PUT('/api/v1/recommendations/settings', { body: { ...next, unavailable: [...next.unavailable] } })),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: key('predictions') });
      toast({ message: t('settings.saved'), undo: () => save.mutateAsync(settings) });
    },
  });
  const chosen = allAgain.find((each) => again[each] === own.only_new) ?? 'fitted';
  return (
    <form
      className={styles.steps}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ ...own, unavailable: [...new Set(off.split('\n').map((each) => each.trim()))].filter((each) => each !== '') });
      }}
    >
      <Panel title={t('offerSettings.title')} finding={t('offerSettings.finding')}>
        <NativeSelect
          label={t('offerSettings.again')}
          value={chosen}
          disabled={!mayEdit}
          data={allAgain.map((value) => ({ value, label: t(`offerSettings.againIs.${value}`) }))}
          onChange={({ currentTarget: { value } }) => setOwn({ ...own, only_new: again[allAgain.find((each) => each === value) ?? 'fitted'] })}
        />
        <NumberInput
          label={t('offerSettings.discovery')}
          description={t('offerSettings.discoveryExplain')}
          min={0}
          max={50}
          suffix="%"
          disabled={!mayEdit}
          value={Math.round(own.discovery * 100)}
          onChange={(value) => setOwn({ ...own, discovery: Number(value) / 100 })}
        />
        <NumberInput
          label={t('offerSettings.mostOfCategory')}
          min={1}
          max={50}
          allowDecimal={false}
          disabled={!mayEdit}
          value={own.most_of_category}
          onChange={(value) => setOwn({ ...own, most_of_category: Number(value) })}
        />
        <Textarea
          label={t('offerSettings.unavailable')}
          description={t('offerSettings.unavailableExplain')}
          minRows={2}
          disabled={!mayEdit}
          value={off}
          onChange={({ currentTarget: { value } }) => setOff(value)}
        />
      </Panel>
      {save.error === null ? null : <ProblemBox error={save.error} />}
      {mayEdit ? (
        <Group>
          <Button type="submit" variant="default" loading={save.isPending}>
            {t('offerSettings.save')}
          </Button>
        </Group>
      ) : null}
    </form>
  );
}

import { Button, Select, TextInput } from '@mantine/core';
import { IconUserHeart } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../../api/client.ts';
import { EmptyState } from '../../../components/empty-state/empty-state.tsx';
import { InnerLink } from '../../../components/group/inner-link.tsx';
import { Panel } from '../../../components/panel/panel.tsx';
import { People } from '../../../components/people/people.tsx';
import { ProblemBox } from '../../../components/problem/problem-box.tsx';
import { Asked } from '../../../components/waiting/asked.tsx';
import { segmentNamesQuery } from '../../predict/forecast/forecast-queries.ts';
import { useMayEdit } from '../../segments/may-edit.ts';
import { InsightsFrame } from '../frame/insights-frame.tsx';
import styles from './personas.module.css';
import { personasQuery } from './personas-query.ts';

/** Faces for segments, drawn from data. */
export function PersonasPage() {
  const { t } = useTranslation('insights');
  const mayEdit = useMayEdit();
  const asked = useQuery(personasQuery);
  return (
    <InsightsFrame tab="personas">
      {mayEdit ? <Begin /> : null}
      <Asked answer={asked} height={240}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={IconUserHeart} title={t('personas.none')}>
              {t('personas.noneExplain')}
            </EmptyState>
          ) : (
            <ul className={styles.cards}>
              {items.map((persona) => (
                <li key={persona.id} className={styles.card}>
                  <h2 className={styles.name}>
                    <InnerLink href={`/insights/personas/${encodeURIComponent(persona.id)}`}>{persona.name}</InnerLink>
                  </h2>
                  <People count={persona.people} />
                  <p className={styles.words}>{persona.sentence}</p>
                  <p className={styles.muted}>{persona.segment.name}</p>
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
    </InsightsFrame>
  );
}

function Begin() {
  const { t } = useTranslation('insights');
  const router = useRouter();
  const queryClient = useQueryClient();
  const { data: segments = [] } = useQuery(segmentNamesQuery);
  const [segment, setSegment] = useState<string | null>(null);
  const [name, setName] = useState('');
  const make = useMutation({
    mutationFn: (asked: { readonly segment: string; readonly name: string }) => answer(client.POST('/api/v1/personas', { body: asked })),
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey: personasQuery.queryKey });
      router.history.push(`/insights/personas/${encodeURIComponent(id)}`);
    },
  });
  return (
    <Panel title={t('personas.begin')} finding={t('personas.beginFinding')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (segment !== null && name.trim() !== '') make.mutate({ segment, name: name.trim() });
        }}
      >
        <Select
          label={t('personas.segment')}
          data={segments.map((each) => ({ value: each.slug, label: each.name }))}
          value={segment}
          searchable
          onChange={setSegment}
        />
        <TextInput
          label={t('personas.name')}
          placeholder={t('personas.nameHint')}
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" loading={make.isPending} disabled={segment === null || name.trim() === ''}>
          {t('personas.draw')}
        </Button>
      </form>
      {make.error === null ? null : <ProblemBox error={make.error} />}
    </Panel>
  );
}

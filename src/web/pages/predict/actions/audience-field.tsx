import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { vocabularyQuery } from '../../../api/vocabulary.ts';
import { People } from '../../../components/people/people.tsx';
import { ConditionsField } from '../../segments/builder/conditions-field.tsx';
import { detailQuery } from '../../segments/builder/live-query.ts';
import { segmentListQuery } from '../../segments/list/list-queries.ts';
import styles from '../predict.module.css';

/** Whom something may be done for, as the segment language writes it. */
export const everybodyWhoOrdered = 'orders >= 1';
const everybody = 'orders >= 0';
const own = 'own';

/** A segment by its slug, so that it may be renamed. */
const inSegment = (slug: string): string => `in segment ${JSON.stringify(slug)}`;

type Props = {
  readonly label: string;
  /** A definition; empty while the conditions say nothing that can be counted. */
  readonly value: string;
  /** The same function each time. */
  readonly onChange: (text: string) => void;
};

/** For whom: everybody, a segment, or conditions of one's own, with how many they are now. */
export function AudienceField({ label, value, onChange }: Props) {
  const { t } = useTranslation('predict');
  const segments = useQuery(segmentListQuery);
  const vocabulary = useQuery(vocabularyQuery);
  const choices = [
    {
      group: t('actions.audience.all'),
      items: [
        { value: everybodyWhoOrdered, label: t('actions.audience.ordered') },
        { value: everybody, label: t('actions.audience.everybody') },
      ],
    },
    { group: t('actions.audience.segments'), items: (segments.data ?? []).map(({ slug, name }) => ({ value: inSegment(slug), label: name })) },
    { group: t('actions.audience.else'), items: [{ value: own, label: t('actions.audience.own') }] },
  ];
  const known = choices.some(({ items }) => items.some((item) => item.value === value));
  // Conditions that come to be the same as a choice stay conditions while one is at work on them.
  const [building, setBuilding] = useState<string | undefined>();
  const asConditions = building !== undefined || (!known && segments.data !== undefined);
  const count = useQuery(detailQuery(value));
  if (vocabulary.data === undefined || segments.data === undefined) return null;
  return (
    <div className={styles.whole}>
      <div className={styles.fields}>
        <Select
          label={label}
          data={choices}
          value={asConditions ? own : value}
          searchable
          allowDeselect={false}
          w={340}
          maw="100%"
          onChange={(next) => {
            if (next === null) return;
            setBuilding(next === own ? value : undefined);
            if (next !== own) onChange(next);
          }}
        />
        <span className={styles.beside} role="status">
          {value === '' || count.data === undefined ? null : <People count={count.data.members} share={count.data.share} />}
        </span>
      </div>
      {asConditions ? <ConditionsField label={t('actions.audience.own')} start={building ?? value} vocabulary={vocabulary.data} onText={onChange} /> : null}
    </div>
  );
}

import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FactSource } from '../../../../../language/index.ts';
import { useBuilder } from '../builder-context.ts';

const kinds = ['orders', 'items', 'returns', 'reviews', 'tickets', 'surveys'] as const;
const eventPrefix = 'event:';

/** Which facts: orders and the like, or events by their names. */
export function SourceSelect({ source, onChange }: { readonly source: FactSource; readonly onChange: (source: FactSource) => void }) {
  const { t } = useTranslation('segments-builder');
  const { vocabulary } = useBuilder();
  const named = source.kind === 'event' ? source.name : undefined;
  const events = named === undefined || vocabulary.events.includes(named) ? vocabulary.events : [named, ...vocabulary.events];
  return (
    <NativeSelect
      size="xs"
      aria-label={t('sourceLabel')}
      value={named === undefined ? source.kind : `${eventPrefix}${named}`}
      data={[
        ...kinds.map((value) => ({ value, label: t(`source.${value}`) })),
        ...(events.length === 0 ? [] : [{ group: t('source.events'), items: events.map((name) => ({ value: `${eventPrefix}${name}`, label: name })) }]),
      ]}
      onChange={({ currentTarget: { value } }) => {
        const kind = kinds.find((one) => one === value);
        onChange(kind === undefined ? { kind: 'event', name: value.slice(eventPrefix.length) } : { kind });
      }}
    />
  );
}

import { NativeSelect, NumberInput, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CanReceive, InSegment, Sample, Within } from '../../../../../language/index.ts';
import type { LeafCondition } from '../../../../segment-editor/node.ts';
import { useBuilder } from '../builder-context.ts';
import { TownSelect } from './town-select.tsx';

type Props<Kind> = {
  readonly id: string;
  readonly condition: Kind;
  readonly pending: boolean;
  readonly onChange: (condition: LeafCondition, pending?: boolean) => void;
};

/** In another segment. */
export function SegmentForm({ condition, onChange }: Props<InSegment>) {
  const { t } = useTranslation('segments-builder');
  const { vocabulary, self } = useBuilder();
  const options = [...vocabulary.segments].filter(([slug]) => slug !== self).map(([slug, { name }]) => ({ value: slug, label: name }));
  // By name or by slug, as it was written.
  const chosen = options.find(({ value, label }) => value === condition.segment || label.toLowerCase() === condition.segment.toLowerCase())?.value;
  const unknown = condition.segment !== '' && chosen === undefined ? [{ value: condition.segment, label: condition.segment }] : [];
  return (
    <>
      <span>{t('inSegment')}</span>
      <Select
        size="xs"
        searchable
        miw={200}
        aria-label={t('segmentLabel')}
        placeholder={t('segmentHint')}
        nothingFoundMessage={t('subjects.none')}
        value={chosen ?? (condition.segment === '' ? null : condition.segment)}
        data={[...unknown, ...options]}
        onChange={(segment) => {
          if (segment !== null) onChange({ kind: 'in-segment', segment });
        }}
      />
    </>
  );
}

const channels = ['email', 'sms', 'phone', 'post', 'push', 'whatsapp'] as const;

/** Contactable there, and consent stands. */
export function CanReceiveForm({ condition, onChange }: Props<CanReceive>) {
  const { t } = useTranslation('segments-builder');
  const channel = condition.channel.toLowerCase();
  const names: readonly string[] = channels;
  return (
    <>
      <span>{t('canReceive')}</span>
      <NativeSelect
        size="xs"
        aria-label={t('channelLabel')}
        value={channel}
        data={[
          ...(names.includes(channel) ? [] : [{ value: channel, label: condition.channel }]),
          ...channels.map((value) => ({ value, label: t(`channel.${value}`) })),
        ]}
        onChange={({ currentTarget }) => onChange({ ...condition, channel: currentTarget.value })}
      />
      <span>{t('forPurpose')}</span>
      <TextInput
        size="xs"
        w={140}
        aria-label={t('purposeLabel')}
        value={condition.purpose}
        onChange={({ currentTarget }) => onChange({ ...condition, purpose: currentTarget.value }, currentTarget.value.trim() === '')}
      />
    </>
  );
}

/** The same people tomorrow: a fixed property of customer and seed. */
export function RandomForm({ condition, onChange }: Props<Sample>) {
  const { t } = useTranslation('segments-builder');
  return (
    <>
      <span>{t('random')}</span>
      <NumberInput
        size="xs"
        w={84}
        suffix="%"
        min={0}
        max={100}
        hideControls
        aria-label={t('percentLabel')}
        value={condition.percent}
        onChange={(percent) => {
          if (typeof percent === 'number') onChange({ ...condition, percent });
        }}
      />
      <TextInput
        size="xs"
        w={160}
        aria-label={t('seedLabel')}
        placeholder={t('seedHint')}
        value={condition.seed ?? ''}
        onChange={({ currentTarget: { value } }) => {
          const { seed: _before, ...rest } = condition;
          onChange(value === '' ? rest : { ...rest, seed: value });
        }}
      />
    </>
  );
}

/** Not further away than this. */
export function WithinForm({ condition, pending, onChange }: Props<Within>) {
  const { t } = useTranslation('segments-builder');
  const number = (label: string, value: number | '', onValue: (value: number) => void, width = 96) => (
    <NumberInput
      size="xs"
      w={width}
      hideControls
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={(typed) => {
        if (typeof typed === 'number') onValue(typed);
      }}
    />
  );
  return (
    <>
      <span>{t('within')}</span>
      {number(t('distanceLabel'), condition.distance, (distance) => onChange({ ...condition, distance }, pending), 72)}
      <NativeSelect
        size="xs"
        aria-label={t('unitLabel')}
        value={condition.unit}
        data={[
          { value: 'km', label: t('km') },
          { value: 'mi', label: t('miles') },
        ]}
        onChange={({ currentTarget }) => onChange({ ...condition, unit: currentTarget.value === 'mi' ? 'mi' : 'km' }, pending)}
      />
      <span>{t('ofPlace')}</span>
      <TownSelect place={pending ? undefined : condition} onChoose={(place) => onChange({ ...condition, ...place })} />
      {number(t('latitude'), pending && condition.latitude === 0 ? '' : condition.latitude, (latitude) =>
        onChange({ ...condition, latitude }, pending && condition.longitude === 0),
      )}
      {number(t('longitude'), pending && condition.longitude === 0 ? '' : condition.longitude, (longitude) =>
        onChange({ ...condition, longitude }, pending && condition.latitude === 0),
      )}
    </>
  );
}

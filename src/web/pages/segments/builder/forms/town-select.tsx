import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { townAtQuery, townsQuery } from '../../../../api/vocabulary.ts';
import { useFormat } from '../../../../components/format/use-format.ts';

type Place = { readonly latitude: number; readonly longitude: number };
type Props = { readonly place: Place | undefined; readonly onChoose: (place: Place) => void };

/** A town by name, so that nobody needs to know coordinates; what is chosen fills them in. */
export function TownSelect({ place, onChoose }: Props) {
  const { t, i18n } = useTranslation('segments-builder');
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), 150);
  const here = useQuery({ ...townAtQuery(place ?? { latitude: 0, longitude: 0 }), enabled: place !== undefined }).data ?? undefined;
  const countries = new Intl.DisplayNames([i18n.language], { type: 'region' });
  const option = ({ text, name, country, population }: NonNullable<typeof here>) => ({
    value: text,
    label: t('town', { name, country: countries.of(country) ?? country, people: format.count(population) }),
  });
  const chosen = here === undefined ? undefined : option(here);
  // What stands in the box once a town is chosen is its label, and nothing to search for.
  const searches = asked !== '' && asked !== chosen?.label;
  const towns = useQuery({ ...townsQuery(asked), enabled: searches, placeholderData: keepPreviousData });
  const found = searches ? (towns.data ?? []) : [];
  const options = found.map(option);
  return (
    <Select
      size="xs"
      w={230}
      searchable
      aria-label={t('townLabel')}
      placeholder={t('townHint')}
      nothingFoundMessage={!searches || towns.isFetching ? undefined : t('townNone')}
      filter={({ options: all }) => all}
      value={chosen?.value ?? null}
      onSearchChange={setTyped}
      data={chosen === undefined || options.some(({ value }) => value === chosen.value) ? options : [...options, chosen]}
      onChange={(text) => {
        const town = found.find((one) => one.text === text);
        if (town !== undefined) onChoose({ latitude: town.latitude, longitude: town.longitude });
      }}
    />
  );
}

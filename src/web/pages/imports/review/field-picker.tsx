import { type ComboboxItem, type ComboboxParsedItem, type OptionsFilter, Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type FieldDefinition, fieldCatalogue, type Kind } from '../../../../contract/index.ts';
import { sentenceCase } from '../../../components/format/sentence-case.ts';

type Props = {
  readonly label: string;
  readonly kind: Kind | null;
  readonly value: string | undefined;
  /** Of a custom trait: what it is kept as. */
  readonly name: string | undefined;
  /** Field → the column that has it. */
  readonly taken: ReadonlyMap<string, string>;
  readonly onPick: (field: string) => void;
};

/** Every field of a kind, with search by its name and by what others call it. */
export function FieldPicker({ label, kind, value, name, taken, onPick }: Props) {
  const { t } = useTranslation('imports');
  const fields = useMemo(() => (kind === null ? [] : Object.entries<FieldDefinition>(fieldCatalogue[kind])), [kind]);
  const synonyms = useMemo(() => new Map(fields.map(([field, { synonyms: others }]) => [field, [field, ...others].join(' ').replaceAll('_', ' ')])), [fields]);
  const own = value !== undefined && value.startsWith('id:') ? [{ value, label: t('map.identifierOf', { name: value.slice(3) }) }] : [];
  const data = [
    {
      group: t('map.otherwise'),
      items: [
        { value: 'custom', label: value === 'custom' && name !== undefined ? t('map.keepAs', { name }) : t('map.keep') },
        { value: 'ignore', label: t('map.ignore') },
        ...own,
      ],
    },
    { group: t('map.fields'), items: fields.map(([field, definition]) => ({ value: field, label: labelOf(field, definition) })) },
  ];
  const filter: OptionsFilter = ({ options, search }) => {
    const wanted = search.trim().toLowerCase();
    const fits = ({ value: field, label: words }: ComboboxItem): boolean =>
      words.toLowerCase().includes(wanted) || (synonyms.get(field) ?? '').includes(wanted);
    return options.flatMap((option): ComboboxParsedItem[] => {
      if ('group' in option) return [{ ...option, items: option.items.filter(fits) }];
      return fits(option) ? [option] : [];
    });
  };
  return (
    <Select
      aria-label={label}
      data={data}
      value={value ?? null}
      placeholder={kind === null ? t('map.kindFirst') : t('map.choose')}
      disabled={kind === null}
      searchable
      allowDeselect={false}
      nothingFoundMessage={t('map.nothingFound')}
      maxDropdownHeight={280}
      filter={filter}
      onChange={(picked) => {
        if (picked !== null && picked !== value) onPick(picked);
      }}
    />
  );

  function labelOf(field: string, definition: FieldDefinition): string {
    const words = sentenceCase(definition.label);
    const holder = taken.get(field);
    if (field !== value && holder !== undefined) return t('map.takenBy', { field: words, column: holder });
    return definition.required === true ? t('map.required', { field: words }) : words;
  }
}

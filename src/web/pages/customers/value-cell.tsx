import { useTranslation } from 'react-i18next';
import type { AttributeWord } from '../../../language/index.ts';
import { hourWords } from '../../components/format/clock.ts';
import { useFormat } from '../../components/format/use-format.ts';
import { nameOf } from '../../components/format/name-of.ts';
import { Day } from '../../components/format/values.tsx';

/** A trait or feature as its type says. What is not known is a dash. */
export function ValueCell({ value, word, currency }: { readonly value: unknown; readonly word: AttributeWord; readonly currency: string }) {
  const { t } = useTranslation('customers');
  const format = useFormat();
  if (value === null || value === undefined || value === '') return <span aria-label={t('unknown')}>–</span>;
  if (typeof value === 'boolean') return <>{value ? t('yes') : t('no')}</>;
  if (typeof value === 'number') {
    if (word.name === 'favourite_hour') return <>{hourWords(value)}</>;
    if (word.name.endsWith('_year')) return <>{value}</>;
    if (word.unit === currency) return <>{format.money(value)}</>;
    return <>{word.name.endsWith('_share') ? format.share(value) : format.decimal(value)}</>;
  }
  if (word.type === 'instant' && typeof value === 'string') return <Day at={value} />;
  if (word.type === 'date' && typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return <>{format.date(value)}</>;
  if (Array.isArray(value)) return <>{value.map(String).join(', ')}</>;
  if (typeof value !== 'string') return <>{JSON.stringify(value)}</>;
  return <>{word.name === 'country' ? nameOf('region', value) : word.name === 'language' ? nameOf('language', value) : value}</>;
}

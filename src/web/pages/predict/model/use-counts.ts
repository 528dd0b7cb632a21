import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../components/format/use-format.ts';

const known = ['customers', 'rows', 'repeat_customers', 'weeks', 'positives'] as const;
const knownOf = (name: string) => known.find((each) => each === name);

/** `100 customers, 40 of them again, 16 weeks` of what a model needs or a shop has; what has no word here stands by its own name. */
export function useCounts(): (counts: Readonly<Record<string, number>>) => string {
  const { t } = useTranslation('predict');
  const format = useFormat();
  return (counts) => {
    const parts = Object.entries(counts)
      .filter(([, count]) => count > 0)
      .map(([name, count]) => {
        const word = knownOf(name);
        return word === undefined ? `${format.count(count)} ${name.replaceAll('_', ' ')}` : t(`counts.${word}`, { count, formatted: format.count(count) });
      });
    return parts.length === 0 ? t('counts.nothing') : parts.join(', ');
  };
}

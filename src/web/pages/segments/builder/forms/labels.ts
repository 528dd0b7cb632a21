import { useTranslation } from 'react-i18next';
import { factFields, type FactSource } from '../../../../../language/index.ts';
import { useBuilder } from '../builder-context.ts';

/** Words for names of the language: the workspace's own label where there is one, else the name as it is written. */
export function useLabels() {
  const { t } = useTranslation('segments-builder');
  const { vocabulary } = useBuilder();
  return {
    attributeLabel: (name: string): string => vocabulary.attributes.get(name)?.label ?? name,
    sourceLabel: (source: FactSource): string => (source.kind === 'event' ? source.name : t(`source.${source.kind}`)),
    fieldLabel: (source: FactSource, name: string): string => factFields(source.kind).find(({ word }) => word.name === name)?.word.label ?? name,
  };
}

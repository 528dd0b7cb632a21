import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceCase } from './sentence-case.ts';

/** What a kind of identifier is called; those that sources bring themselves have their own name, `stripe_id`. */
export function useIdentifierName(): (namespace: string) => string {
  const { t } = useTranslation('common');
  return useCallback((namespace) => t(`identifier.${namespace}`, { defaultValue: sentenceCase(namespace.replaceAll('_', ' ')) }), [t]);
}

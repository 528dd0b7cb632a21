import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../api/answered.ts';
import styles from '../settings.module.css';

/** Currency, zone and country: what files were read with, so they stay once there is data. */
export function FixedFacts({ known }: { readonly known: Answered<'/api/v1/workspace'> }) {
  const { t } = useTranslation('settings');
  const country = known.country === null ? t('business.noCountry') : new Intl.DisplayNames(navigator.language, { type: 'region' }).of(known.country);
  return (
    <p className={styles.note} style={{ marginTop: 12 }}>
      {t('business.facts', { currency: known.currency, zone: known.zone, country: country ?? known.country })}{' '}
      {known.empty ? (
        <Anchor component={Link} to="/start">
          {t('business.change')}
        </Anchor>
      ) : (
        t('business.fixed')
      )}
    </p>
  );
}

import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../components/format/use-format.ts';
import type { OneModel } from '../predict-queries.ts';
import styles from '../predict.module.css';

const route = getRouteApi('/shell/predict/models/$model');

/** A newer version has learnt since, by itself or because somebody asked: it changes nothing until an owner has looked at it. */
export function NewerWaits({ newer }: { readonly newer: NonNullable<OneModel['summary']['challenger']> }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const navigate = route.useNavigate();
  return (
    <section className={styles.banner} aria-label={t('newer.label')}>
      <p>
        <strong>{t('newer.waits', { version: newer.version })}</strong> {newer.because === null ? null : `${newer.because} `}
        {t('newer.about', { day: format.day(newer.as_of) })}
      </p>
      <Button variant="default" size="xs" onClick={() => void navigate({ search: { show: 'versions' } })}>
        {t('newer.compare')}
      </Button>
    </section>
  );
}

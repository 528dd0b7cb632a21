import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDestinations } from '../../../shell/destinations.ts';
import { loadTexts } from '../../../texts/start-texts.ts';
import styles from './tour.module.css';
import { endTour, goToTourStep, useTourStep } from './tour-state.ts';

const stops = ['home', 'customers', 'segments', 'insights', 'data', 'imports'] as const;

/** A short walk over the real screens: a few words at each, at the edge of the page, gone with Escape and never seen again. */
export function Tour() {
  const [ready, setReady] = useState(false);
  useEffect(() => void loadTexts('start').then(() => setReady(true)), []);
  const step = useTourStep();
  return step !== undefined && ready ? <Stop step={step} /> : null;
}

function Stop({ step }: { readonly step: number }) {
  const { t } = useTranslation('start', { useSuspense: false });
  const navigate = useNavigate();
  const destinations = useDestinations();
  const box = useRef<HTMLElement>(null);
  const places = stops.flatMap((page) => destinations.filter((destination) => destination.page === page).map(({ to }) => ({ page, to })));
  const place = places[step];
  useEffect(() => {
    if (place === undefined) endTour();
    else box.current?.focus({ preventScroll: true });
  }, [place]);
  if (place === undefined) return null;
  const go = (to: number) => {
    const next = places[to];
    if (next === undefined) return endTour();
    goToTourStep(to);
    void navigate({ to: next.to });
  };
  return (
    <section
      ref={box}
      className={styles.tour}
      tabIndex={-1}
      data-keeps-focus
      aria-label={t('tour.label')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') endTour();
      }}
    >
      <p className={styles.count}>{t('tour.step', { step: step + 1, steps: places.length })}</p>
      <h2 className={styles.title}>{t(`tour.stops.${place.page}.title`)}</h2>
      <p className={styles.words}>{t(`tour.stops.${place.page}.words`)}</p>
      <div className={styles.buttons}>
        <Button variant="subtle" size="xs" color="gray" onClick={endTour}>
          {t('tour.end')}
        </Button>
        {step === 0 ? null : (
          <Button variant="default" size="xs" onClick={() => go(step - 1)}>
            {t('tour.back')}
          </Button>
        )}
        <Button variant={step === places.length - 1 ? 'filled' : 'default'} size="xs" onClick={() => go(step + 1)}>
          {step === places.length - 1 ? t('tour.finish') : t('tour.next')}
        </Button>
      </div>
    </section>
  );
}

import { Badge, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { paths } from '../../api/schema.ts';
import { inBrowserWords } from '../../components/format/in-browser-words.ts';
import { sentenceCase } from '../../components/format/sentence-case.ts';
import { useFormat } from '../../components/format/use-format.ts';
import { InnerLink } from '../../components/group/inner-link.tsx';
import { Asked } from '../../components/waiting/asked.tsx';
import { qualityQuery } from './data-queries.ts';
import styles from './data.module.css';

type Figure = paths['/api/v1/quality']['get']['responses'][200]['content']['application/json']['figures'][number];

const rank: Readonly<Record<Figure['severity'], number>> = { act: 0, look: 1, good: 2 };
const colour: Readonly<Record<Figure['severity'], string>> = { act: 'red', look: 'gray', good: 'teal' };

/** Each figure with its rule, the rows behind it and what to do; what needs doing comes first. */
export function QualityPart() {
  const { t } = useTranslation('data');
  const format = useFormat();
  const [all, setAll] = useState(false);
  const asked = useQuery(qualityQuery);
  return (
    <Asked answer={asked} lines={8}>
      {({ figures }) => {
        const sorted = figures.toSorted((one, other) => rank[one.severity] - rank[other.severity] || (one.score ?? 1) - (other.score ?? 1));
        const needing = sorted.filter(({ severity }) => severity !== 'good');
        return (
          <>
            <p className={styles.finding}>
              {needing.length === 0
                ? t('quality.allGood', { count: figures.length, formatted: format.count(figures.length) })
                : t('quality.finding', { count: needing.length, needing: format.count(needing.length), all: format.count(figures.length) })}
            </p>
            <ul className={styles.cards}>
              {(all ? sorted : needing).map((figure, index) => (
                <QualityFigure key={index} figure={figure} />
              ))}
            </ul>
            {needing.length === figures.length ? null : (
              <Button variant="default" size="xs" mt="md" onClick={() => setAll(!all)}>
                {all ? t('quality.fewer') : t('quality.all')}
              </Button>
            )}
          </>
        );
      }}
    </Asked>
  );
}

function QualityFigure({ figure }: { readonly figure: Figure }) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const [opened, setOpened] = useState(false);
  const { severity, kind, field, source, explanation, score, bad, rows, age_days: age, sample, fix } = figure;
  return (
    <li className={styles.card}>
      <div className={styles.row}>
        <strong>
          {sentenceCase(kind)}
          {field === null ? '' : `: ${field.replaceAll('_', ' ')}`}
        </strong>
        <Badge color={colour[severity]} variant="outline">
          {t(`quality.severity.${severity}`)}
        </Badge>
      </div>
      <p>{explanation}</p>
      <p className={styles.muted}>
        {[
          score === null ? null : t('quality.good', { share: bad > 0 && score > 0.995 ? t('quality.nearlyAll') : format.share(score) }),
          age === null
            ? t('quality.of', { bad: format.count(bad), rows: format.count(rows) })
            : t('quality.age', { count: Math.round(age), formatted: format.count(Math.round(age)) }),
          source === null ? null : t('quality.from', { source }),
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
      {fix === '' ? null : <p>{inBrowserWords(fix)}</p>}
      <div className={styles.actions}>
        {sample.length === 0 ? null : (
          <Button variant="subtle" size="compact-sm" aria-expanded={opened} onClick={() => setOpened(!opened)}>
            {t('quality.rows')}
          </Button>
        )}
        {severity === 'good' ? null : (
          <InnerLink href="/imports" className={styles.link}>
            {t('quality.toImports')}
          </InnerLink>
        )}
      </div>
      {opened ? (
        <ul className={styles.sample}>
          {sample.map((row, index) => (
            <li key={index}>
              <span>{row.id}</span> <span className={styles.muted}>{row.detail}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}

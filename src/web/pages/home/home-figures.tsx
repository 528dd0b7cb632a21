import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Figure, Figures } from '../../components/figure/figure.tsx';
import { useFormat } from '../../components/format/use-format.ts';
import { peopleAddress } from '../../components/group/group.ts';
import { InnerLink } from '../../components/group/inner-link.tsx';
import { useWorkspace } from '../../components/use-workspace.ts';
import { HowTip } from '../../components/panel/how-tip.tsx';
import { Asked } from '../../components/waiting/asked.tsx';
import { figuresQuery, type Figures as Answer } from './home-query.ts';
import styles from './home-figures.module.css';
import type { DayRange } from './range-of.ts';
import { localDay } from '../../components/format/local-day.ts';

type Props = { readonly range: DayRange; readonly compare: 'previous' | 'year' | 'none' };
type OneFigure = Answer['figures'][number];

/** The period in a sentence and five numbers, each with its change, its course and its people. */
export function HomeFigures({ range, compare }: Props) {
  const { zone } = useWorkspace();
  const answer = useQuery({ ...figuresQuery(range, compare), placeholderData: keepPreviousData });
  return (
    <Asked answer={answer} height={190}>
      {(data) => (
        <div className={styles.figures} data-stale={answer.isPlaceholderData || undefined}>
          <p className={styles.sentence}>{data.sentence}</p>
          <Figures>
            {data.figures
              .filter(({ name }) => name !== 'new_customers')
              .map((figure) => (
                <HomeFigure
                  key={figure.name}
                  figure={figure}
                  fresh={figure.name === 'customers' ? data.figures.find(({ name }) => name === 'new_customers') : undefined}
                  compared={data.compared_with !== null}
                  running={localDay(new Date(data.as_of), zone) <= data.to}
                />
              ))}
          </Figures>
          <Basis data={data} />
        </div>
      )}
    </Asked>
  );
}

type FigureProps = {
  readonly figure: OneFigure;
  readonly fresh: OneFigure | undefined;
  readonly compared: boolean;
  /** The last step of its course is not over. */
  readonly running: boolean;
};

function HomeFigure({ figure, fresh, compared, running }: FigureProps) {
  const { t } = useTranslation('home');
  const format = useFormat();
  const label = t(`figure.${figure.name}`);
  return (
    <Figure
      label={
        <span className={styles.label}>
          {label}
          <HowTip title={label}>{figure.how}</HowTip>
        </span>
      }
      value={
        figure.expression === null || figure.people === 0 ? (
          shown(figure, format)
        ) : (
          <InnerLink href={peopleAddress(figure.expression)} label={t('whoOf', { label, value: shown(figure, format) })} className={styles.value}>
            {shown(figure, format)}
          </InnerLink>
        )
      }
      text={shown(figure, format)}
      change={compared ? { by: figure.change, unit: figure.unit === 'share' ? 'points' : 'share' } : undefined}
      spark={(running && figure.spark.length > 2 ? figure.spark.slice(0, -1) : figure.spark).map((value) => value ?? 0)}
      open={
        fresh?.value === undefined || fresh.value === null || fresh.expression === null ? undefined : (
          <InnerLink href={peopleAddress(fresh.expression)}>{t('fresh', { count: fresh.value, formatted: format.count(fresh.value) })}</InnerLink>
        )
      }
    />
  );
}

/** Which days these are, and which they are held against. */
function Basis({ data }: { readonly data: Answer }) {
  const { t } = useTranslation('home');
  const format = useFormat();
  const days = (range: DayRange) => ({ from: format.date(range.from), to: format.date(range.to) });
  return (
    <p className={styles.basis}>
      {data.compared_with === null ? t('basis', days(data)) : t('basisCompared', { ...days(data), before: t('basis', days(data.compared_with)) })}
    </p>
  );
}

function shown({ unit, value }: OneFigure, format: ReturnType<typeof useFormat>): string {
  if (value === null) return '–';
  switch (unit) {
    case 'people':
    case 'count':
      return format.count(value);
    case 'money':
      return format.money(value);
    case 'share':
      return format.share(value);
  }
}

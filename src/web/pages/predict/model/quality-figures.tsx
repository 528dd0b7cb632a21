import { useTranslation } from 'react-i18next';
import { Figure, Figures } from '../../../components/figure/figure.tsx';
import { useFormat } from '../../../components/format/use-format.ts';
import { HowTip } from '../../../components/panel/how-tip.tsx';
import type { Card } from '../predict-queries.ts';
import styles from '../predict.module.css';

type QualityFigure = Card['quality'][number];
const most = 4;

/** How well it does on data that it had not seen, each figure beside the simple thing that it must beat. */
export function QualityFigures({ figures }: { readonly figures: readonly QualityFigure[] }) {
  if (figures.length === 0) return null;
  return (
    <Figures>
      {figures.slice(0, most).map((figure) => (
        <OneFigure key={figure.measure} figure={figure} />
      ))}
    </Figures>
  );
}

function OneFigure({ figure }: { readonly figure: QualityFigure }) {
  const { t } = useTranslation('predict');
  const format = useFormat();
  const shown = (value: number | null) => (value === null ? '–' : format.fine(value));
  return (
    <Figure
      label={
        <>
          {figure.label} <HowTip title={figure.label}>{figure.meaning}</HowTip>
        </>
      }
      value={shown(figure.value)}
      open={
        <span className={styles.muted}>
          {figure.low === null || figure.high === null ? null : `${shown(figure.low)} – ${shown(figure.high)} · `}
          {figure.baseline === null
            ? t(`quality.${figure.better}`)
            : t('quality.against', { value: shown(figure.baseline), what: figure.baseline_label ?? '' })}
        </span>
      }
    />
  );
}

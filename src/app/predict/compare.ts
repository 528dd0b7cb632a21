import type { ModelComparison, WrittenCard } from '../../contract/index.ts';
import { listModels, type StoredModel } from '../../predict/index.ts';
import type { App } from '../open.ts';
import { foresightOf } from './foresight.ts';
import { noBetter } from './no-better.ts';
import { readCard } from './read-card.ts';
import { briefOf, challengerOf } from './summaries.ts';

type Figure = ModelComparison['figures'][number];
/** Smaller differences than this share are no difference. */
const noticeable = 0.01;

/** The version that acts beside the one that waits: figure by figure, and what to do. Throws `model.unknown`. */
export async function compareModel(app: App, model: string): Promise<ModelComparison> {
  await foresightOf(app, model);
  const versions = await listModels(app.control, model);
  const champion = versions.find(({ status }) => status === 'approved');
  const challenger = challengerOf(versions);
  const figures = figuresOf(champion, challenger);
  return { model, champion: briefOf(champion), challenger: briefOf(challenger), figures, moved: null, advice: adviceOf(champion, challenger, figures) };
}

function figuresOf(champion: StoredModel | undefined, challenger: StoredModel | undefined): readonly Figure[] {
  const quality = (stored: StoredModel | undefined): WrittenCard['quality'] => (stored === undefined ? [] : readCard(stored).quality);
  const [ours, theirs] = [quality(champion), quality(challenger)];
  // Where everybody did it, or nobody, what comes first can not be told, and the other figures say what so many did, not how well it was foretold.
  const judged = ours[0]?.value !== null && theirs[0]?.value !== null;
  const alike = sharesAlike(ours, theirs);
  return ours.map(({ measure, label, value, better }) => {
    const other = theirs.find((own) => own.measure === measure)?.value ?? null;
    return {
      measure,
      label,
      champion: value,
      challenger: other,
      better: judged && (alike || !followsShare.has(measure)) && value !== null && other !== null ? betterOf(value, other, better) : 'unknown',
    };
  });
}

/** Figures that are others where more or fewer did it, however well they were foretold: of nine in ten nobody can be named 1.2 times as often. */
const followsShare: ReadonlySet<string> = new Set(['average_precision', 'log_loss', 'lift']);
/** Shares of those who did it may differ by so much, of the smaller one. */
const aboutTheSame = 0.1;

/** Whether about as many did it among those on whom the two were judged, each on what came after it had learned; true for models that foretell no yes or no. */
function sharesAlike(ours: WrittenCard['quality'], theirs: WrittenCard['quality']): boolean {
  const share = (quality: WrittenCard['quality']): number | null => quality.find(({ measure }) => measure === 'average_precision')?.baseline ?? null;
  const [one, other] = [share(ours), share(theirs)];
  if (one === null || other === null) return true;
  const [few, many] = [Math.min(one, 1 - one, other, 1 - other), Math.abs(one - other)];
  return many <= aboutTheSame * Math.max(few, 1e-9);
}

function betterOf(champion: number, challenger: number, better: WrittenCard['quality'][number]['better']): Figure['better'] {
  const gain = (better === 'higher' ? challenger - champion : champion - challenger) / Math.max(1e-9, Math.abs(champion));
  return gain > noticeable ? 'challenger' : gain < -noticeable ? 'champion' : 'equal';
}

function adviceOf(champion: StoredModel | undefined, challenger: StoredModel | undefined, figures: readonly Figure[]): string {
  if (challenger === undefined) return champion === undefined ? 'Nothing is trained yet.' : 'Nothing waits for approval.';
  const why = noBetter(readCard(challenger));
  if (why !== null) return `The newer one should rather not act. ${why}`;
  if (champion === undefined) return 'Nothing acts yet: read the card, then approve it.';
  if (figures.length === 0) return 'How well they do is not known: the newer one has seen newer facts.';
  const named = (better: Figure['better']): string =>
    figures
      .filter((own) => own.better === better)
      .map(({ label }) => label.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase()))
      .join(', ');
  const [newer, older] = [named('challenger'), named('champion')];
  if (newer !== '' && older === '') return `The newer one does better (${newer}): approve it.`;
  if (newer === '' && older !== '') return `The one that acts did better when it was trained (${older}): look at the cards before you approve.`;
  if (newer !== '') return `Each does better in something: the newer one in ${newer}, the one that acts in ${older}. Look at the cards.`;
  return champion.as_of < challenger.as_of
    ? 'Both do equally well; the newer one has seen newer facts.'
    : 'Both do equally well, and have seen the same facts: nothing speaks for a change.';
}

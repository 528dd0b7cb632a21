import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sentenceOf } from '../../api/sentence-of.ts';
import { vocabularyQuery } from '../../api/vocabulary.ts';
import { useFormat } from '../../components/format/use-format.ts';
import { InnerLink } from '../../components/group/inner-link.tsx';
import { type Condition, parse } from '../../../language/index.ts';
import { stagesQuery } from '../settings/settings-queries.ts';
import styles from './segment-page.module.css';

/** A segment that asks for a stage of the lifecycle says nothing by its own words: here stands the rule of the stage. */
export function StageNote({ text }: { readonly text: string }) {
  const parsed = parse(text);
  const names = parsed.ok ? stagesIn(parsed.value.tree) : [];
  return names.length === 0 ? null : <Rules names={names} />;
}

function Rules({ names }: { readonly names: readonly string[] }) {
  const { t } = useTranslation('segment');
  const format = useFormat();
  const { data: stages } = useQuery(stagesQuery);
  const { data: words } = useQuery(vocabularyQuery);
  if (stages === undefined || words === undefined) return null;
  return (
    <ul className={styles.stages}>
      {names.flatMap((name) => {
        const at = stages.items.findIndex((stage) => stage.name === name);
        const stage = stages.items[at];
        if (stage === undefined) return [];
        const before = stages.items.slice(0, at).map((one) => `“${one.name}”`);
        return [
          <li key={name}>
            {t('stage.rule', { stage: name, rule: sentenceOf(stage.text, words) })}
            {before.length === 0 ? null : ` ${t('stage.before', { stages: format.list(before) })}`}{' '}
            <InnerLink href="/settings/lifecycle">{t('stage.settings')}</InnerLink>
          </li>,
        ];
      })}
    </ul>
  );
}

/** The stages that a definition asks for by name, each once. */
function stagesIn(tree: Condition): readonly string[] {
  switch (tree.kind) {
    case 'all':
    case 'any':
    case 'none':
      return [...new Set(tree.of.flatMap((part) => stagesIn(part)))];
    case 'not':
      return stagesIn(tree.of);
    case 'compare':
      return tree.left.kind === 'attribute' && tree.left.name === 'lifecycle' ? tree.values.filter((value): value is string => typeof value === 'string') : [];
    default:
      return [];
  }
}

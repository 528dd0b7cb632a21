import { Button, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { checkText, describeCondition, visitWords, type Vocabulary } from '../../../../language/index.ts';
import styles from '../act.module.css';
import { contentOf, type Rule, textOf } from './content.ts';

type Props = {
  readonly rule: Rule;
  readonly place: number;
  readonly vocabulary: Vocabulary | undefined;
  readonly locked: boolean;
  readonly onChange: (rule: Rule) => void;
  readonly onRemove: () => void;
  readonly onUp: (() => void) | undefined;
};

/** One rule: whom it is for, checked and said in words while it is typed, and what they see. */
export function RuleCard({ rule, place, vocabulary, locked, onChange, onRemove, onUp }: Props) {
  const { t } = useTranslation('act');
  const words = vocabulary === undefined ? undefined : { ...vocabulary, atRequest: true };
  const checked = words === undefined || rule.when.trim() === '' ? undefined : checkText(rule.when, words);
  return (
    <section className={styles.rule} aria-label={t('rule.title', { place })}>
      <div className={styles.row}>
        <span className={styles.name}>{t('rule.title', { place })}</span>
        {locked ? null : (
          <>
            {onUp === undefined ? null : (
              <Button variant="subtle" size="compact-xs" onClick={onUp}>
                {t('rule.up')}
              </Button>
            )}
            <Button variant="subtle" size="compact-xs" onClick={onRemove} aria-label={t('rule.removeNamed', { place })}>
              {t('rule.remove')}
            </Button>
          </>
        )}
      </div>
      <Textarea
        label={t('rule.when')}
        description={t('rule.whenHint')}
        autosize
        minRows={1}
        value={rule.when}
        readOnly={locked}
        classNames={{ input: styles.code ?? '' }}
        onChange={(event) => onChange({ ...rule, when: event.currentTarget.value })}
      />
      {checked === undefined || words === undefined ? null : checked.ok ? (
        <p className={styles.sentence}>{t('rule.sentence', { condition: describeCondition(checked.value.tree, words) })}</p>
      ) : (
        <p className={styles.trouble} role="status">
          {checked.error[0]?.message} {checked.error[0]?.hint}
        </p>
      )}
      {locked ? null : (
        <div className={styles.row}>
          {[...visitWords.values()]
            .filter(({ name }) => visits.has(name))
            .map(({ name, label, example }) => (
              <Button
                key={name}
                variant="default"
                size="compact-xs"
                onClick={() => onChange({ ...rule, when: rule.when.trim() === '' ? example : `${rule.when.trim()} and ${example}` })}
              >
                {label}
              </Button>
            ))}
        </div>
      )}
      <TextInput
        label={t('rule.variant')}
        value={rule.variant}
        readOnly={locked}
        onChange={(event) => onChange({ ...rule, variant: event.currentTarget.value })}
      />
      <Textarea
        label={t('rule.content')}
        description={t('rule.contentHint')}
        autosize
        minRows={2}
        value={textOf(rule.content)}
        readOnly={locked}
        onChange={(event) => onChange({ ...rule, content: contentOf(event.currentTarget.value) })}
      />
    </section>
  );
}

/** Those that shops ask for most, one click away. */
const visits: ReadonlySet<string> = new Set(['context.hour', 'context.weekday', 'context.device', 'context.page', 'context.campaign', 'context.cart_value']);

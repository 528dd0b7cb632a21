import { ActionIcon, Button, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../act.module.css';
import { type Content, fieldsOf, textOf } from './content.ts';

type Shape = 'text' | 'fields' | 'json';
type Props = {
  readonly label: string;
  readonly hint?: string;
  readonly content: Content;
  readonly locked: boolean;
  readonly onChange: (content: Content) => void;
};

/** What stands in a place: a text, named parts that the page has spots for, or any JSON. */
export function ContentEditor({ label, hint, content, locked, onChange }: Props) {
  const { t } = useTranslation('act');
  const fields = fieldsOf(content);
  const [shape, setShape] = useState<Shape>(content.type === 'text' ? 'text' : fields === undefined ? 'json' : 'fields');
  // An undo may bring another kind of content.
  const shown: Shape = content.type === 'text' ? 'text' : shape === 'text' || (shape === 'fields' && fields === undefined) ? 'json' : shape;
  const turn = (next: Shape): void => {
    setShape(next);
    if (next === 'text' && content.type === 'json') onChange({ type: 'text', value: fields?.map(([, value]) => value).join(' ') ?? textOf(content) });
    if (next !== 'text' && content.type === 'text') onChange({ type: 'json', value: { text: content.value } });
  };
  return (
    <fieldset className={styles.content}>
      <legend className={styles.legend}>{label}</legend>
      {hint === undefined ? null : <p className={styles.small}>{hint}</p>}
      {locked ? null : (
        <SegmentedControl
          size="xs"
          aria-label={t('content.shape')}
          value={shown}
          data={(['text', 'fields', 'json'] as const).map((value) => ({
            value,
            label: t(`content.shapes.${value}`),
            disabled: value === 'fields' && content.type === 'json' && fields === undefined,
          }))}
          onChange={turn}
        />
      )}
      {shown === 'text' ? (
        <Textarea
          aria-label={label}
          autosize
          minRows={2}
          value={textOf(content)}
          readOnly={locked}
          onChange={(event) => onChange({ type: 'text', value: event.currentTarget.value })}
        />
      ) : shown === 'fields' ? (
        <Fields label={label} fields={fields ?? []} locked={locked} onChange={(next) => onChange({ type: 'json', value: Object.fromEntries(next) })} />
      ) : (
        <JsonText key={locked ? 'locked' : 'open'} label={label} content={content} locked={locked} onChange={onChange} />
      )}
    </fieldset>
  );
}

type Pairs = readonly (readonly [string, string])[];

function Fields({
  label,
  fields,
  locked,
  onChange,
}: {
  readonly label: string;
  readonly fields: Pairs;
  readonly locked: boolean;
  readonly onChange: (fields: Pairs) => void;
}) {
  const { t } = useTranslation('act');
  const [name, setName] = useState('');
  const fresh = name.trim();
  return (
    <div className={styles.rules}>
      {fields.map(([field, value]) => (
        <div key={field} className={styles.row}>
          <TextInput
            className={styles.grow}
            label={field}
            value={value}
            readOnly={locked}
            onChange={(event) => onChange(fields.map((each) => (each[0] === field ? [field, event.currentTarget.value] : each)))}
          />
          {locked ? null : (
            <ActionIcon
              variant="subtle"
              className={styles.bottom}
              aria-label={t('content.removeField', { field })}
              onClick={() => onChange(fields.filter((each) => each[0] !== field))}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          )}
        </div>
      ))}
      {locked ? null : (
        <div className={styles.row}>
          <TextInput
            aria-label={`${label}: ${t('content.newField')}`}
            placeholder={t('content.newField')}
            value={name}
            maxLength={60}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button
            variant="default"
            disabled={fresh === '' || fields.some(([field]) => field === fresh)}
            onClick={() => {
              onChange([...fields, [fresh, '']]);
              setName('');
            }}
          >
            {t('content.addField')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** What is typed stands as it is typed; it counts from the moment that it is JSON. */
function JsonText({ label, content, locked, onChange }: Omit<Props, 'hint'>) {
  const { t } = useTranslation('act');
  const [typed, setTyped] = useState<string | undefined>();
  const broken = typed !== undefined && parsed(typed) === undefined;
  return (
    <Textarea
      aria-label={label}
      autosize
      minRows={3}
      classNames={{ input: styles.code ?? '' }}
      value={typed ?? textOf(content)}
      readOnly={locked}
      error={broken ? t('content.noJson') : undefined}
      onBlur={() => (broken ? undefined : setTyped(undefined))}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const read = parsed(text);
        if (read !== undefined) onChange({ type: 'json', value: read.value });
      }}
    />
  );
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';

type NoteFormProps = {
  /** What is asked for, said within the empty field and to screen readers. */
  readonly label: string;
  /** The word on the button that keeps it. */
  readonly verb: string;
  readonly mostLetters: number;
  readonly pending: boolean;
  /** Keeps the note; the field is emptied once it is kept, so nothing written is lost by a failure. */
  readonly onAdd: (text: string) => Promise<unknown>;
};

/** A field for a note, which grows with what is written; its button comes with the first word. */
export function NoteForm({ label, verb, mostLetters, pending, onAdd }: NoteFormProps) {
  const [text, setText] = useState('');
  const written = text.trim();
  const add = (): void => {
    if (written === '') return;
    onAdd(written).then(
      () => setText(''),
      () => undefined, // Whoever gave us `onAdd` shows what went wrong.
    );
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <Textarea
        autosize
        minRows={1}
        maxLength={mostLetters}
        value={text}
        aria-label={label}
        placeholder={label}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {written === '' ? null : (
        <Button type="submit" size="xs" mt="xs" variant="default" loading={pending}>
          {verb}
        </Button>
      )}
    </form>
  );
}

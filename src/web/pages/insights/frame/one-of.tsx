import { SegmentedControl } from '@mantine/core';

type Props<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
};

/** One of few, all in sight. */
export function OneOf<Value extends string>({ label, value, choices, onChange }: Props<Value>) {
  return <SegmentedControl aria-label={label} value={value} data={[...choices]} onChange={onChange} />;
}

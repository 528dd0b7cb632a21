import { SegmentedControl } from '@mantine/core';
import styles from './one-of.module.css';

type Props<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
};

/** One of few, all in sight. Without lines between them: in a second row one would stand before the first. */
export function OneOf<Value extends string>({ label, value, choices, onChange }: Props<Value>) {
  return <SegmentedControl className={styles.of} aria-label={label} value={value} data={[...choices]} onChange={onChange} withItemsBorders={false} />;
}

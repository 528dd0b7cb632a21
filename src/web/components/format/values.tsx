import { useFormat } from './use-format.ts';

type Value = { readonly value: number };
type At = { readonly at: string };

export function Money({ value }: Value) {
  return <>{useFormat().money(value)}</>;
}

export function Count({ value }: Value) {
  return <>{useFormat().count(value)}</>;
}

export function Share({ value }: Value) {
  return <>{useFormat().share(value)}</>;
}

/** The day in the workspace's zone; the exact moment is its title. */
export function Day({ at }: At) {
  const format = useFormat();
  return (
    <time dateTime={at} title={format.moment(at)}>
      {format.day(at)}
    </time>
  );
}

export function Moment({ at }: At) {
  return <time dateTime={at}>{useFormat().moment(at)}</time>;
}

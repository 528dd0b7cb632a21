import type { ReactNode } from 'react';
import { Asked } from '../waiting/asked.tsx';
import { Panel } from './panel.tsx';

type Answer<T> = { readonly data: T | undefined; readonly error: unknown; readonly isError: boolean; readonly refetch: () => unknown };
type Props<T> = { readonly title: string; readonly answer: Answer<T>; readonly height: number; readonly children: (data: T) => ReactNode };

/** A panel that keeps its place, under its title, until its answer is there. */
export function AskedPanel<T>({ title, answer, height, children }: Props<T>) {
  if (answer.data !== undefined) return <>{children(answer.data)}</>;
  return (
    <Panel title={title}>
      <Asked answer={answer} height={height}>
        {() => null}
      </Asked>
    </Panel>
  );
}

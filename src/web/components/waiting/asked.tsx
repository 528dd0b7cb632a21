import type { ReactNode } from 'react';
import { ProblemBox } from '../problem/problem-box.tsx';
import { Waiting } from './waiting.tsx';

type Answer<T> = { readonly data: T | undefined; readonly error: unknown; readonly isError: boolean; readonly refetch: () => unknown };
type Props<T> = { readonly answer: Answer<T>; readonly children: (data: T) => ReactNode; readonly lines?: number; readonly height?: number };

/** What was asked of the API: bars while it comes, what went wrong if it fails, else the answer. An older answer stays while a newer one comes. */
export function Asked<T>({ answer, children, ...size }: Props<T>) {
  if (answer.data !== undefined) return <>{children(answer.data)}</>;
  if (answer.isError) return <ProblemBox error={answer.error} onRetry={() => void answer.refetch()} />;
  return <Waiting {...size} />;
}

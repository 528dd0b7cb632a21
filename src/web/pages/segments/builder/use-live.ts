import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { PreviewDetail } from '../../../../contract/schemas.ts';
import { check, type Diagnostic, format, type Vocabulary } from '../../../../language/index.ts';
import type { EditorDocument } from '../../../segment-editor/document.ts';
import { locate, pathKey } from '../../../segment-editor/to-tree.ts';
import { detailQuery, reachQuery } from './live-query.ts';

type Hints = PreviewDetail['hints'];

/** Keys follow each other faster than this. */
const pause = 120;

/** What is known of the definition in hand: who it holds for, condition by condition. The last answer stays until the next has come. */
export function useLive(document: EditorDocument, vocabulary: Vocabulary, self: string | undefined) {
  const located = useMemo(() => locate(document.root), [document.root]);
  const checked = useMemo(
    () => (located === undefined ? undefined : check(located.tree, vocabulary, self === undefined ? {} : { self })),
    [located, vocabulary, self],
  );
  const text = useMemo(() => (located === undefined || checked?.ok !== true ? '' : format(located.tree)), [located, checked]);
  const [asked] = useDebouncedValue(text, pause);
  const detail = useQuery({ ...detailQuery(asked), placeholderData: keepPreviousData });
  const reach = useQuery({ ...reachQuery(asked), placeholderData: keepPreviousData });
  const [members, setMembers] = useState<ReadonlyMap<string, number>>(new Map());
  const { data } = detail;
  useEffect(() => {
    if (data === undefined || data.asked !== text || located === undefined) return;
    const byPath = new Map(data.nodes.map((node) => [pathKey(node.path), node.members]));
    setMembers(
      new Map(
        [...located.paths].flatMap(([id, path]) => {
          const count = byPath.get(pathKey(path));
          return count === undefined ? [] : [[id, count] as const];
        }),
      ),
    );
  }, [data, text, located]);
  const hints = useMemo(() => {
    if (data === undefined || data.asked !== text || located === undefined) return new Map<string, Hints>();
    const byPath = Map.groupBy(data.hints, ({ path }) => pathKey(path));
    return new Map([...located.paths].map(([id, path]) => [id, byPath.get(pathKey(path)) ?? []]));
  }, [data, text, located]);
  const diagnostics: readonly Diagnostic[] = checked === undefined ? [] : checked.ok ? checked.value.warnings : checked.error;
  return {
    /** Canonical text of what can be counted; empty while nothing can. */
    text,
    tree: located?.tree,
    diagnostics,
    detail: data,
    reach: reach.data,
    reachStale: reach.data?.asked !== text,
    error: asked === text ? (detail.error ?? undefined) : undefined,
    /** The figures shown are of a definition before this one. */
    stale: data !== undefined && data.asked !== text,
    waiting: detail.isFetching || asked !== text,
    members,
    hints,
  };
}

export type Live = ReturnType<typeof useLive>;

import { queryOptions } from '@tanstack/react-query';
import type { FileToImport } from '../../../contract/index.ts';
import { answer, client } from '../../api/client.ts';
import { key } from '../../api/keys.ts';
import { inBrowserReport, shownOf } from './report/in-browser-report.ts';

/** All that was found in files so far: what is saved about columns is used by files of those columns. */
export const looksKey = key('library', 'look');

/** What a file holds, given what has been said about it. The server reads it again whenever that changes. */
export const lookQuery = (file: FileToImport) =>
  queryOptions({
    queryKey: key('library', 'look', file),
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const { items } = await answer(client.POST('/api/v1/imports/look', { body: file, signal }));
      return items.map((looked) => ({ ...looked, warnings: shownOf(looked.warnings) }));
    },
  });
export const importsQuery = queryOptions({
  queryKey: key('imports', 'list'),
  queryFn: async ({ signal }) => (await answer(client.GET('/api/v1/imports', { signal }))).items,
});

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: key('imports', 'one', id),
    queryFn: async ({ signal }) => {
      const found = await answer(client.GET('/api/v1/imports/{id}', { params: { path: { id } }, signal }));
      return { ...found, report: found.report === null ? null : inBrowserReport(found.report) };
    },
  });

export const sourcesQuery = queryOptions({
  queryKey: key('imports', 'sources'),
  queryFn: async ({ signal }) => (await answer(client.GET('/api/v1/sources', { signal }))).items,
});

export const mappingsQuery = queryOptions({
  queryKey: key('imports', 'mappings'),
  queryFn: async ({ signal }) => (await answer(client.GET('/api/v1/mappings', { signal }))).items,
});

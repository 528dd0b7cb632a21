import { queryOptions } from '@tanstack/react-query';
import type { Answered } from '../../../api/answered.ts';
import { answer, client } from '../../../api/client.ts';
import { key } from '../../../api/keys.ts';

export type Personas = Answered<'/api/v1/personas'>;
export type Persona = Answered<'/api/v1/personas/{id}'>;
export type Fact = Persona['card']['habits'][number];

export const personasQuery = queryOptions({
  queryKey: key('insights', 'personas'),
  queryFn: ({ signal }) => answer(client.GET('/api/v1/personas', { signal })),
});

export const personaQuery = (id: string) =>
  queryOptions({
    queryKey: key('insights', 'persona', id),
    queryFn: ({ signal }) => answer(client.GET('/api/v1/personas/{id}', { params: { path: { id } }, signal })),
  });

export const pictureQuery = (id: string) =>
  queryOptions({
    queryKey: key('insights', 'persona picture', id),
    queryFn: ({ signal }) => answer(client.GET('/api/v1/personas/{id}/picture', { params: { path: { id } }, signal })),
  });

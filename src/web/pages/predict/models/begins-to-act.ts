import type { Job } from '../../../../contract/schemas.ts';

/** Which models are being let act, or wait their turn: model → job. */
export function beginsToAct(open: readonly Pick<Job, 'id' | 'kind' | 'request'>[]): ReadonlyMap<string, string> {
  return new Map(
    open.flatMap(({ id, kind, request }) => (kind === 'predict-act' && isAct(request) && request.act === 'approve' ? ([[request.model, id]] as const) : [])),
  );
}

const isAct = (request: unknown): request is { readonly model: string; readonly act: unknown } =>
  typeof request === 'object' && request !== null && 'act' in request && 'model' in request && typeof request.model === 'string';

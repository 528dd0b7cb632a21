import type { paths } from '../../../api/schema.ts';

export type SlotAnswer = paths['/api/v1/slots/{slug}']['get']['responses'][200]['content']['application/json'];
export type Definition = NonNullable<SlotAnswer['draft']>['definition'];
export type Rule = Definition['rules'][number];
export type Content = Rule['content'];

export const textOf = (content: Content): string => (content.type === 'text' ? content.value : JSON.stringify(content.value, null, 2));

/** The named parts of a flat object of texts and numbers; undefined for any other JSON. */
export function fieldsOf(content: Content): readonly (readonly [string, string])[] | undefined {
  if (content.type === 'text' || typeof content.value !== 'object' || content.value === null || Array.isArray(content.value)) return undefined;
  const entries = Object.entries(content.value as Readonly<Record<string, unknown>>);
  return entries.every(([, value]) => typeof value === 'string') ? entries.map(([field, value]) => [field, String(value)] as const) : undefined;
}

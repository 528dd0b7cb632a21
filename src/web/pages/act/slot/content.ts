import type { paths } from '../../../api/schema.ts';

export type SlotAnswer = paths['/api/v1/slots/{slug}']['get']['responses'][200]['content']['application/json'];
export type Definition = NonNullable<SlotAnswer['draft']>['definition'];
export type Rule = Definition['rules'][number];
export type Content = Rule['content'];

/** What is typed: JSON where it is an object or a list, else text. */
export function contentOf(typed: string): Content {
  if (/^\s*[[{]/.test(typed)) {
    try {
      return { type: 'json', value: JSON.parse(typed) as unknown };
    } catch {
      // Not finished yet: text until it is JSON.
    }
  }
  return { type: 'text', value: typed };
}

export const textOf = (content: Content): string => (content.type === 'text' ? content.value : JSON.stringify(content.value, null, 2));

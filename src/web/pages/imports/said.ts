import type { FileToImport } from '../../../contract/index.ts';

/** What a person said about a file; what is left out is found out by looking. */
export type Said = Omit<FileToImport, 'upload'>;

export const nothingSaid: Said = Object.freeze({ map: {}, options: {}, read: {} });

type Key = keyof Said['options'];
type ReadKey = keyof Said['read'];

/** A column is given a field; a field that another column was given by hand leaves that one. */
export function sayField(said: Said, header: string, field: string): Said {
  const others = Object.entries(said.map).filter(([other, given]) => other !== header && (given !== field || field === 'custom' || field === 'ignore'));
  return { ...said, map: { ...Object.fromEntries(others), [header]: field } };
}

/** One value for every row, where no column holds a field. */
export const sayConstant = (said: Said, field: string, value: string): Said => {
  const others = Object.entries(said.map).filter(([written, given]) => !(written.startsWith("'") && given === field));
  return { ...said, map: { ...Object.fromEntries(others), [`'${value}'`]: field } };
};

export const sayOption = <K extends Key>(said: Said, key: K, value: Said['options'][K] | undefined): Said => ({
  ...said,
  options: put(said.options, key, value),
});

export const sayRead = <K extends ReadKey>(said: Said, key: K, value: Said['read'][K] | undefined): Said => ({ ...said, read: put(said.read, key, value) });

/** Another kind has other fields: what was said about columns no longer fits. */
export function sayKind(said: Said, kind: Said['kind']): Said {
  const { kind: _kind, preset: _preset, mapping: _mapping, ...rest } = said;
  return { ...rest, map: {}, ...(kind === undefined ? {} : { kind }) };
}

/** A saved mapping takes the place of all that was found out or said about columns; null is none, not even one that fits. */
export function sayMapping(said: Said, mapping: string | null): Said {
  const { kind: _kind, preset: _preset, source: _source, mapping: _mapping, ...rest } = said;
  return { ...rest, map: {}, mapping };
}

export function saySource(said: Said, source: string): Said {
  const { source: _source, ...rest } = said;
  return source.trim() === '' ? rest : { ...rest, source: source.trim() };
}

function put<T extends object, K extends keyof T>(object: T, key: K, value: T[K] | undefined): T {
  const { [key]: _before, ...rest } = object;
  return (value === undefined ? rest : { ...rest, [key]: value }) as T;
}

/** What words in columns of yes and no mean; an answer given before stays where none is given now. */
export const sayMeanings = (said: Said, meanings: NonNullable<Said['options']['meanings']>): Said =>
  sayOption(said, 'meanings', { ...said.options.meanings, ...meanings });

/** How words of the status column are read, the same way. */
export const sayStatuses = (said: Said, statuses: NonNullable<Said['options']['statuses']>): Said =>
  sayOption(said, 'statuses', { ...said.options.statuses, ...statuses });

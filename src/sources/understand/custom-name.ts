import { fieldName } from '../../core/index.ts';

/** The name under which a column that no field knows is kept; prefixes that only say where it was nested are left out. */
export function customName(header: string, taken: Set<string>): string {
  const inner = header
    .replace(/^(properties|traits|context\.traits|event_params|user_properties)\./, '')
    .replace(/\s*\((metadata|(?:customer|product|variant)\.metafields[^)]*)\)$/i, '');
  const base = fieldName(inner === '' ? header : inner);
  let name = base;
  for (let count = 2; taken.has(name); count += 1) name = `${base}_${count}`;
  taken.add(name);
  return name;
}

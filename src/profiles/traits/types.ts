import { type FieldType, fieldOf } from '../../contract/index.ts';
import type { ValueType } from '../../language/index.ts';
import { type Fragment, sql } from '../../sql/index.ts';

/** The type a field of the catalogue has as a trait, undefined for names that files brought themselves. */
export function knownType(name: string): ValueType | undefined {
  const field = fieldOf('customers', name);
  return field === undefined ? enrichedTypes[name] : typeOfField[field.type];
}

const enrichedTypes: Readonly<Record<string, ValueType>> = Object.freeze({
  population: 'number',
  urban_rural: 'text',
  climate_zone: 'text',
});

const typeOfField: Readonly<Record<FieldType, ValueType>> = Object.freeze({
  identifier: 'text',
  email: 'text',
  phone: 'text',
  text: 'text',
  country: 'text',
  currency: 'text',
  number: 'number',
  money: 'number',
  integer: 'number',
  latitude: 'number',
  longitude: 'number',
  instant: 'instant',
  date: 'date',
  boolean: 'boolean',
  consent: 'boolean',
  list: 'list',
});

/** The value as the type's column holds it; null when it is none of that type. */
export function castTrait(type: ValueType, value: Fragment): Fragment {
  switch (type) {
    case 'text':
      return value;
    case 'number':
      return sql`(case when isfinite(try_cast(${value} as double)) then try_cast(${value} as double) end)`;
    case 'boolean':
      return sql`(case lower(${value}) when 'true' then true when 'false' then false end)`;
    case 'date':
      return sql`try_cast(left(${value}, 10) as date)`;
    case 'instant':
      return sql`coalesce(timezone('UTC', try_cast(${value} as timestamptz)), try_cast(${value} as timestamp))`;
    case 'list':
      return sql`(case when ${value} is null then null when starts_with(${value}, '[') and json_valid(${value}) then json_extract_string(${value}, '$[*]') else [${value}] end)`;
  }
}

export function columnType(type: ValueType): Fragment {
  switch (type) {
    case 'text':
      return sql`VARCHAR`;
    case 'number':
      return sql`DOUBLE`;
    case 'boolean':
      return sql`BOOLEAN`;
    case 'date':
      return sql`DATE`;
    case 'instant':
      return sql`TIMESTAMP`;
    case 'list':
      return sql`VARCHAR[]`;
  }
}

/**
 * The type that every value fits, as an aggregate: the narrowest of boolean, number, date, instant, list; else text.
 * A number with leading zeros (`007`) is a code, so text.
 */
export const inferredType = (value: Fragment): Fragment => sql`case
  when bool_and(lower(${value}) in ('true', 'false')) then 'boolean'
  when bool_and(coalesce(isfinite(try_cast(${value} as double)), false) and not regexp_matches(${value}, '^[-+]?0[0-9]')) then 'number'
  when bool_and(length(${value}) = 10 and try_cast(${value} as date) is not null) then 'date'
  when bool_and(regexp_matches(${value}, '^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:') and try_cast(${value} as timestamptz) is not null) then 'instant'
  when bool_and(starts_with(${value}, '[') and json_valid(${value})) then 'list'
  else 'text' end`;

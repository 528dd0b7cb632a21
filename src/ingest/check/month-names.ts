import { type Fragment, sql } from '../../sql/index.ts';

/**
 * Names and abbreviations of months in German, French, Spanish, Italian, Dutch and Portuguese where English has another, by the English abbreviation that the
 * engine reads. From CLDR's wide and abbreviated forms, with and without accents.
 */
const months = Object.freeze({
  Jan: 'januar|jänner|jän|janvier|janv|enero|ene|gennaio|gen|januari|janeiro',
  Feb: 'februar|feber|février|fevrier|févr|fevr|fév|febrero|febbraio|februari|fevereiro|fev',
  Mar: 'märz|maerz|mär|mrz|mars|marzo|maart|mrt|março|marco',
  Apr: 'avril|avr|abril|abr|aprile',
  May: 'mai|mayo|maggio|mag|mei|maio',
  Jun: 'juni|juin|junio|giugno|giu|junho',
  Jul: 'juli|juillet|juil|julio|luglio|lug|julho',
  Aug: 'août|aout|agosto|ago|augustus',
  Sep: 'sept|septembre|septiembre|setiembre|settembre|set|setembro',
  Oct: 'oktober|okt|octobre|octubre|ottobre|ott|outubro|out',
  Nov: 'novembre|noviembre|novembro',
  Dec: 'dezember|dez|décembre|decembre|déc|diciembre|dic|dicembre|dezembro',
});

/** Whole names, and the abbreviations that are no month's. */
const weekdays =
  'montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|' +
  'sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|' +
  'mo|di|mi|do|fr|sa|so|lun|jeu|ven|sam|dim|jue|vie|dom';

/** A month as a word of its own; the engine's `\b` knows no letters outside ASCII, and none of these begins or ends with one. */
const asWord = (names: string): string => `(?i)(^|[^a-zà-ÿ])(?:${names})\\.?([^a-zà-ÿ]|$)`;

const written = new RegExp(asWord(Object.values(months).join('|')).replace('(?i)', ''), 'i');

/** Whether a date names its month in one of these languages. */
export const namesForeignMonth = (text: string): boolean => written.test(text);

/** `3. März 2024`, `1er janvier 2024`, `3 de enero de 2024` → `3 Mar 2024`, `1 Jan 2024`, `3 Jan 2024`. Other text stays as it is. */
export function inEnglishMonths(text: Fragment): Fragment {
  const steps: readonly (readonly [string, string])[] = [
    [`(?i)^(?:${weekdays})\\.?,?\\s+(\\d)`, '\\1'],
    ['^(\\d{1,2})\\.\\s*([A-Za-zà-ÿ])', '\\1 \\2'],
    ['(?i)^(\\d{1,2})(?:er|º|°)\\s+', '\\1 '],
    ['(?i)\\s+del?\\s+(\\D+)\\s+del?\\s+', ' \\1 '],
    ['(?i)\\s+del?\\s+', ' '],
    ...Object.entries(months).map(([english, names]): readonly [string, string] => [asWord(names), `\\1${english}\\2`]),
  ];
  return steps.reduce((before, [from, to]) => sql`regexp_replace(${before}, ${from}, ${to})`, text);
}

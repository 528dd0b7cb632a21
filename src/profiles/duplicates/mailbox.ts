import { type Fragment, list, sql } from '../../sql/index.ts';

/** Misspelt mail domains seen in the wild, and what was meant. */
const domainTypos: Readonly<Record<string, string>> = Object.freeze({
  'gmial.com': 'gmail.com',
  'gmai.com': 'gmail.com',
  'gmal.com': 'gmail.com',
  'gmil.com': 'gmail.com',
  'gamil.com': 'gmail.com',
  'gnail.com': 'gmail.com',
  'gmaill.com': 'gmail.com',
  'gmail.co': 'gmail.com',
  'gmail.cm': 'gmail.com',
  'gmail.con': 'gmail.com',
  'gmail.om': 'gmail.com',
  'googlemail.com': 'gmail.com',
  'hotmial.com': 'hotmail.com',
  'hotmai.com': 'hotmail.com',
  'hotmal.com': 'hotmail.com',
  'hotmil.com': 'hotmail.com',
  'hotmail.co': 'hotmail.com',
  'hotmail.con': 'hotmail.com',
  'yaho.com': 'yahoo.com',
  'yahooo.com': 'yahoo.com',
  'yhoo.com': 'yahoo.com',
  'yahoo.con': 'yahoo.com',
  'outlok.com': 'outlook.com',
  'outloo.com': 'outlook.com',
  'outlook.con': 'outlook.com',
  'iclod.com': 'icloud.com',
  'icloud.con': 'icloud.com',
});

export const isMisspelt = (domain: Fragment): Fragment => sql`(${domain} in ${list(Object.keys(domainTypos).filter((typo) => typo !== 'googlemail.com'))})`;

/** The domain that was meant. */
export function meantDomain(domain: Fragment): Fragment {
  const byTarget = Map.groupBy(Object.entries(domainTypos), ([, meant]) => meant);
  const cases = [...byTarget].map(([meant, typos]) => sql`when ${domain} in ${list(typos.map(([typo]) => typo))} then ${meant}`);
  return sql`case ${cases.reduce((all, one) => sql`${all} ${one}`)} else ${domain} end`;
}

/** The local part without what its provider ignores: a `+tag` everywhere, dots at Gmail. */
export const meantLocal = (local: Fragment, meant: Fragment): Fragment =>
  sql`case when ${meant} = 'gmail.com' then replace(split_part(${local}, '+', 1), '.', '') else split_part(${local}, '+', 1) end`;

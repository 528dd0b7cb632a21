const secretNames = /pass|pwd|token|key|secret|sig|auth|code/i;
const hidden = '***';

/** An address for eyes: the password in it, and what looks like one in its query, are stars. */
export function shownAddress(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  if (url.password !== '') url.password = hidden;
  for (const name of new Set(url.searchParams.keys())) if (secretNames.test(name)) url.searchParams.set(name, hidden);
  return url.href;
}

/** An address that came back as it was shown is the one that was kept: whoever edits a schedule need not know its password. */
export const unlessShown = (given: string, kept: string | undefined): string => (kept !== undefined && given === shownAddress(kept) ? kept : given);

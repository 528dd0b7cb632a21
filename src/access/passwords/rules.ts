import { ClienteleError } from '../../core/index.ts';
import { commonPasswords } from './common.ts';

/**
 * Refuses what is quickly guessed, and asks for nothing else (NIST SP 800-63B: length and a list, no rules of composition).
 *
 * @throws access.password
 */
export function checkPassword(password: string, person: { readonly email: string; readonly name: string }): void {
  const detail = weakness(password, person);
  if (detail !== undefined) throw new ClienteleError('access.password', { detail });
}

const shortest = 10;
const longest = 256;

function weakness(password: string, { email, name }: { readonly email: string; readonly name: string }): string | undefined {
  const characters = Array.from(password.normalize('NFKC'));
  if (characters.length < shortest) return `it has fewer than ${shortest} characters`;
  if (characters.length > longest) return `it has more than ${longest} characters`;
  const bare = letters(password);
  const own = [email, email.split('@')[0] ?? '', name, 'clientele'].map(letters).filter((word) => word.length >= 4);
  if (own.some((word) => bare.includes(word) && bare.replaceAll(word, '').replaceAll(/\d/g, '').length === 0))
    return 'it is made of your name, your e-mail or this program’s name';
  if (commonPasswords.has(password.toLowerCase())) return 'it is among the commonest there are';
  if (new Set(characters).size <= 3 || isRun(characters)) return 'it repeats or counts on';
  return undefined;
}

const letters = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** `abcdefghij`, `9876543210`: every character next to the one before. */
function isRun(characters: readonly string[]): boolean {
  const codes = characters.map((character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  return steps.every((step) => step === 1 || step === -9) || steps.every((step) => step === -1 || step === 9);
}

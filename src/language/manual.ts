import type { Documentation } from './documentation.ts';
import { operandDocumentation } from './operands/documentation.ts';
import { operators } from './operators/index.ts';
import { windowDocumentation } from './windows/documentation.ts';

/** What the manual explains, section by section: what can be asked about, windows, then every operator. */
export const languageManual: readonly Documentation[] = Object.freeze([
  operandDocumentation,
  windowDocumentation,
  ...operators.map(({ documentation }) => documentation),
]);

/** A pasted table as a file: cells copied from a spreadsheet are separated by tabs, anything else is taken as it is. Undefined for nothing. */
export function tableFromText(text: string, name: string): File | undefined {
  const lines = text.replaceAll(/\r\n?/g, '\n').replace(/^\n+|\s+$/g, '');
  if (lines === '') return undefined;
  const ending = /^[[{]/.test(lines) ? (lines.startsWith('[') ? 'json' : 'jsonl') : lines.split('\n')[0]?.includes('\t') === true ? 'tsv' : 'csv';
  return new File([`${lines}\n`], `${name}.${ending}`, { type: 'text/plain' });
}

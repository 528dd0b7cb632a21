const steps = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** Bytes as people say them, in the language of the browser. */
export function sizeOf(bytes: number, locale: string = navigator.language): string {
  const power = Math.max(1, Math.min(steps.length, Math.floor(Math.log10(Math.max(bytes, 1)) / 3)));
  const value = bytes / 1000 ** power;
  const unit = steps[power - 1] ?? 'kilobyte';
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
}

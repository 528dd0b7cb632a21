/** Some people on a screen: what they are called there, how many they are, and the segment text that selects exactly them. */
export type Group = {
  readonly title: string;
  readonly people: number;
  /** Null where the language can not say it. */
  readonly expression: string | null;
  /** What else is known of them, such as their revenue: formatted. */
  readonly detail?: string | undefined;
  /** What a segment of them would be called; else the title. */
  readonly segmentName?: string | undefined;
};

/** The screen that lists these people. */
export const peopleAddress = (expression: string): string => `/customers?${query({ where: expression })}`;

/** The builder, begun with their definition. */
export const segmentAddress = (expression: string, name: string): string => `/segments/~new?${query({ text: expression, name })}`;

// The router reads a value that looks like JSON as JSON: `2024` would come as a number. Quoted it stays the text it is.
function query(values: Readonly<Record<string, string>>): string {
  return new URLSearchParams(Object.entries(values).map(([name, value]) => [name, isJson(value) ? JSON.stringify(value) : value])).toString();
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

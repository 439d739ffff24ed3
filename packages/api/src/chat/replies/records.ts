export type Fields = Readonly<Record<string, unknown>>;

/** A JSON object as fields, anything else as null. */
export function asFields(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

export function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The same text for the same call, in whichever order its fields come. */
export function keyOfCall(type: string, fields: Fields): string {
  return JSON.stringify([type, Object.entries(fields).toSorted(([one], [other]) => (one < other ? -1 : 1))]);
}

/** Parses JSON, giving `undefined` (which no JSON text means) for what is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

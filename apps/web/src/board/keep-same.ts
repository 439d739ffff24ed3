const texts = new WeakMap<object, string>();

/** Another time, and the same all the same. */
const TIMES: ReadonlySet<string> = new Set(['changedAt', 'createdAt']);

/** The last value where the next says the same: whoever follows it sees that nothing happened. */
export function keep<Value extends object>(last: Value | undefined, next: Value): Value {
  return last && textOf(last) === textOf(next) ? last : next;
}

/** The next map, each entry as it was in the last one where it says the same. */
export function keepEach<Key, Value extends object>(
  last: ReadonlyMap<Key, Value> | undefined,
  next: ReadonlyMap<Key, Value>,
): ReadonlyMap<Key, Value> {
  return new Map([...next].map(([key, value]) => [key, keep(last?.get(key), value)]));
}

function textOf(value: object): string {
  const known = texts.get(value);
  if (known !== undefined) return known;
  const text = JSON.stringify(value, (key, part: unknown) => (TIMES.has(key) ? undefined : part));
  texts.set(value, text);
  return text;
}

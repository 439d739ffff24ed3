import fc, { type Arbitrary } from 'fast-check';

/** Stands for so many arrays within each other: a text of them can be written, a value of them cannot be walked through. */
const DEEP = '@deep';
const DEPTH = 10_000;

const own = (key: string, value: unknown) => JSON.parse(`{${JSON.stringify(key)}:${JSON.stringify(value)}}`) as unknown;

const TEXTS = [
  '',
  ' ',
  'a\0b',
  '\ud800',
  '\udfff x',
  '\u202e\u200b\ufeff',
  '../../etc',
  "' or 1=1 --",
  '__proto__',
  'constructor',
  'toString',
  '%00',
  '${7*7}',
  'NaN',
  '2026-13-45T99:99:99Z',
  'e\u0301'.repeat(300),
];
const LONG = ['x'.repeat(501), 'x'.repeat(70_000), '\ud83c\udf89'.repeat(20_000), '\0'.repeat(5_000)];
const NUMBERS = [-1, 0, 0.5, -0, 1e308, 2 ** 53, -(2 ** 53), 2 ** 31, 1e-308, 99_999_999_999];

/** Anything that can be written as JSON, and that nobody asked for. */
const junk: Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], { a: 1 }) },
  { weight: 4, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 1, arbitrary: fc.constantFrom(...LONG) },
  { weight: 3, arbitrary: fc.constantFrom(...NUMBERS) },
  { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      own('__proto__', { isAdmin: true }),
      own('constructor', { prototype: { role: 'owner' } }),
      own('toJSON', 'x'),
      own('then', 'x'),
      own('length', -1),
    ),
  },
  { weight: 1, arbitrary: fc.constant({ [DEEP]: DEPTH }) },
  { weight: 1, arbitrary: fc.integer({ min: 100, max: 20_000 }).map((length) => Array.from({ length }, () => 0)) },
);

const KEYS = ['surplus', '__proto__', 'constructor', 'hasOwnProperty', '', '\0', '\ud800', 'x'.repeat(1_000)];

/** The same value with one thing in it replaced, left out or added, somewhere. */
export function spoilt(value: Arbitrary<unknown>): Arbitrary<unknown> {
  const way = fc.record({
    steps: fc.array(fc.nat(6), { maxLength: 6 }),
    act: fc.nat(9),
    key: fc.constantFrom(...KEYS),
  });
  return fc.oneof(
    { weight: 1, arbitrary: junk },
    { weight: 7, arbitrary: fc.tuple(value, way, junk).map(([value, way, junk]) => spoil(value, way, junk)) },
  );
}

interface Way {
  /** Which child to go down to; where there is none the way ends. */
  readonly steps: readonly number[];
  readonly act: number;
  readonly key: string;
}

function spoil(value: unknown, { steps: [step, ...steps], act, key }: Way, junk: unknown): unknown {
  const isList = Array.isArray(value);
  if (step === undefined || typeof value !== 'object' || value === null) return junk;
  const entries = Object.entries(value);
  const chosen = entries[step % Math.max(1, entries.length)];
  if (!chosen) return junk;
  const [name, child] = chosen;
  if (isList) return value.with(Number(name), spoil(child, { steps, act, key }, junk));
  if (steps.length > 0) return withField(value, name, spoil(child, { steps, act, key }, junk));
  if (act < 2) return Object.fromEntries(entries.filter(([other]) => other !== name));
  return withField(value, act < 4 ? key : name, junk);
}

/** Also where the field is `__proto__`, which an assignment would take for something else. */
function withField(value: object, name: string, field: unknown): object {
  const copy = structuredClone(value);
  Object.defineProperty(copy, name, { value: field, enumerable: true, configurable: true, writable: true });
  return copy;
}

/** The JSON of a value, with what stands for deep nesting written out. */
export function textOf(value: unknown): string {
  return JSON.stringify(value ?? null).replaceAll(
    new RegExp(`\\{"${DEEP}":(\\d+)\\}`, 'g'),
    (_, depth: string) => '['.repeat(Number(depth)) + ']'.repeat(Number(depth)),
  );
}

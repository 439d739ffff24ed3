import { parseArgs } from 'node:util';

export const PARTS = ['load', 'again', 'drag', 'scroll', 'keys', 'others', 'memory'] as const;
export type Part = (typeof PARTS)[number];

export interface Options {
  readonly quick: boolean;
  readonly cards: number;
  /** By how much the browser's processor is slowed down; 1: not at all. */
  readonly slower: number;
  readonly only: readonly Part[];
  /** Where all figures are written as JSON, or null. */
  readonly json: string | null;
  /** A folder for profiles of the page's processor time, or null. */
  readonly profile: string | null;
}

export const USAGE = `npm run bench:web -- [options]

  --quick              two minutes, for a first look
  --cards 5000         on the board
  --slower 4           as on a processor that is four times as slow
  --only NAME,NAME     ${PARTS.join(', ')}
  --json FILE          all figures as JSON
  --profile FOLDER     where the page’s processor time goes, a .cpuprofile a part
`;

/**
 * Null where help is asked for.
 * @throws an Error with a sentence where an option is not understood
 */
export function readOptions(args: readonly string[]): Options | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      quick: { type: 'boolean', default: false },
      cards: { type: 'string', default: '5000' },
      slower: { type: 'string', default: '1' },
      only: { type: 'string', default: '' },
      json: { type: 'string' },
      profile: { type: 'string' },
    },
  });
  if (values.help) return null;
  const only = values.only.split(',').filter((name) => name !== '');
  return {
    quick: values.quick,
    cards: atLeast(100, 'cards', values.cards),
    slower: atLeast(1, 'slower', values.slower),
    only: only.map(partOf),
    json: values.json ?? null,
    profile: values.profile ?? null,
  };
}

function partOf(name: string): Part {
  const part = PARTS.find((known) => known === name);
  if (!part) throw new Error(`There is no “${name}”; there are ${PARTS.join(', ')}.`);
  return part;
}

function atLeast(least: number, name: string, text: string): number {
  const value = Number(text);
  if (value >= least) return value;
  throw new Error(`--${name} takes numbers from ${least} on, not “${text}”.`);
}

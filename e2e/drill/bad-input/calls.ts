import fc, { type Arbitrary } from 'fast-check';
import { bodyMaker, plainBody } from './bodies.ts';
import type { Door } from './doors.ts';
import { spoilt, textOf } from './junk.ts';
import { fits, valueOf } from './schema.ts';
import { bytesOf, type Sender, type Shot } from './shot.ts';

/** What the shots are aimed at, and who there is. */
export interface Target {
  readonly boardId: string;
  /** A board of somebody else. */
  readonly foreignBoardId: string;
  /** One that its owner has uploaded to the board. */
  readonly fileId: string;
  readonly doors: readonly Door[];
  readonly tokens: Readonly<Record<'owner' | 'viewer' | 'stranger', string>>;
}

const EVERYBODY: readonly Sender[] = ['owner', 'owner', 'owner', 'viewer', 'stranger', 'broken', 'nobody'];
const WITHOUT_RIGHTS: readonly Sender[] = ['viewer', 'stranger', 'broken', 'nobody'];
const UNKNOWN: readonly Sender[] = ['broken', 'nobody'];

/** How somebody signs in. */
export function signedBy(sender: Sender, { tokens }: Target, byCookie = false): string[] {
  if (sender === 'nobody') return [];
  const token = sender === 'broken' ? 'x'.repeat(43) : tokens[sender];
  return [byCookie ? `cookie: other=1; talkan_session=${token}` : `authorization: Bearer ${token}`];
}

/** An input to each procedure and route that is spoilt somewhere. What may be right all the same comes from somebody who may not do it. */
export function callsOf(target: Target): Arbitrary<Shot> {
  return fc.constantFrom(...target.doors).chain((door) => {
    const good = valueOf(door.input ?? {}).map((value) => aimed(value, target));
    return fc
      .record({
        value: fc.oneof({ weight: 6, arbitrary: spoilt(good) }, { weight: 1, arbitrary: good }),
        make: bodyMaker,
        pick: fc.nat(100),
        byCookie: fc.boolean(),
        crooked: fc.nat(12),
      })
      .map(({ value, make, pick, byCookie, crooked }) => {
        const inBody = door.method !== 'GET';
        const body = inBody ? make(textOf(value)) : plainBody(textOf(value));
        const isWrong = door.input !== null && (!body.isReadable || !fits(door.input, value));
        const senders = sendersFor(door, isWrong);
        const sender = senders[pick % senders.length] ?? 'nobody';
        return shotAt(door, {
          headers: [
            ...signedBy(sender, target, byCookie && !door.path.startsWith('/api')),
            ...(inBody ? body.headers : []),
          ],
          body: inBody ? body.bytes : null,
          query: inBody ? '' : door.path.startsWith('/api') ? plainQueryOf(value) : queryOf(textOf(value), crooked),
          isOpen: door.isStream,
        });
      });
  });
}

function sendersFor(door: Door, isWrong: boolean): readonly Sender[] {
  if (isWrong || door.method === 'GET') return EVERYBODY;
  return door.namesBoard ? WITHOUT_RIGHTS : UNKNOWN;
}

function aimed(value: unknown, { boardId }: Target): unknown {
  const namesBoard = typeof value === 'object' && value !== null && Object.hasOwn(value, 'boardId');
  return namesBoard ? { ...value, boardId } : value;
}

/** As REST takes it: a name and a text each. */
function plainQueryOf(value: unknown): string {
  const fields = typeof value === 'object' && value !== null ? Object.entries(value) : [['q', value] as const];
  const pairs = fields.slice(0, 20).map(([name, field]) => [name, typeof field === 'string' ? field : textOf(field)]);
  return `?${new URLSearchParams(pairs.map(([name = '', text = '']) => [name, text.slice(0, 4_000)])).toString()}`;
}

function queryOf(text: string, crooked: number): string {
  const input = encodeURIComponent(text);
  if (crooked === 0) return `?input=${input.slice(0, -1)}%E0%A4%A`;
  if (crooked === 1) return `?input=${input}&input=${input}`;
  if (crooked === 2) return `?input=${input}&lastEventId=${encodeURIComponent('-1e9\0')}`;
  if (crooked === 3) return `?batch=1&input=${input}`;
  return `?input=${input}`;
}

interface Aim {
  readonly headers: readonly string[];
  readonly body: Buffer | null;
  readonly query: string;
  readonly isOpen: boolean;
}

function shotAt(door: Door, { headers, body, query, isOpen }: Aim): Shot {
  const request = { method: door.method, target: `${door.path}${query}`, headers, body };
  return { door: door.name, parts: [bytesOf(request)], pauseMs: 0, isOpen };
}

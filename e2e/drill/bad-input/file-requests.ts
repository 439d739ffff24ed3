import fc, { type Arbitrary } from 'fast-check';
import { signedBy, type Target } from './calls.ts';
import { bytesOf, type Sender, type Shot } from './shot.ts';

const NAME = 'name=plan.txt';
/** Whoever may upload says no name that is taken. */
const UNNAMED = [
  '',
  '?',
  '?name',
  '?name=',
  `?name=${'x'.repeat(1_001)}`,
  '?Name=x',
  '?name[]=x',
  '?name=&name=x',
  '?%',
];
const ODD_NAMES = [
  NAME,
  'name=../../etc/passwd',
  'name=%00',
  'name=%E0%A4%A',
  'name=a%0d%0aset-cookie:%20b=c',
  `name=${'%F0%9F%8E%89'.repeat(300)}`,
  'name=CON',
  'name=x&boardId=1',
];
const IDS = [
  '..',
  '%2e%2e',
  '.incoming',
  '__proto__',
  'x'.repeat(65),
  'caf\u00e9',
  '%00',
  '',
  'limits',
  'a b',
  '-',
  '*',
];
const RANGES = [
  'range: bytes=0-0',
  'range: bytes=-1',
  'range: bytes=5-2',
  'range: bytes=99999999999999999999-',
  'range: bytes=0-0,2-2',
  `range: bytes=${'0-1,'.repeat(1_000)}`,
  'if-range: "x"',
  'if-none-match: *',
];
const BODIES = [
  '',
  'x',
  '<svg onload=alert(1)>',
  '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xff\xff\xff',
  'GIF89a\xff\xff\xff\xff',
  'x'.repeat(70_000),
];
const LENGTHS = ['content-length: 99999999999', 'content-length: 500', 'content-length: -1', 'content-length: 1e3'];
const READING = ['GET', 'HEAD'] as const;
const OTHERS = ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'] as const;
const WITHOUT_RIGHTS = ['viewer', 'broken', 'nobody'] as const satisfies readonly Sender[];

interface FileRequest {
  readonly method: string;
  readonly path: string;
  readonly sender: Sender;
  readonly headers: readonly string[];
  readonly body: string;
}

/** Files that nobody may send, or not like that, and what is not there to be read. */
export function fileRequests(target: Target): Arbitrary<Shot> {
  const { boardId, fileId } = target;
  const board = `/files/${boardId}`;
  const paths = fc.constantFrom(
    '/files/limits',
    `${board}/${fileId}/plan.txt`,
    `${board}/${fileId}/thumbnail`,
    `${board}/${fileId}`,
    `/files/${target.foreignBoardId}/${fileId}/x`,
    ...IDS.flatMap((id) => [
      `/files/${id}`,
      `${board}/${id}/x`,
      `/files/${id}/${fileId}/x`,
      `${board}/${fileId}/${id}/x`,
    ]),
  );
  const body = fc.constantFrom(...BODIES);
  const headers = fc.subarray(RANGES, { maxLength: 2 });
  const senders = fc.constantFrom<Sender>('owner', 'viewer', 'stranger', 'broken', 'nobody');
  const reads = fc.record({
    method: fc.constantFrom(...READING),
    path: paths,
    sender: senders,
    headers,
    body: fc.constant(''),
  });
  const wrong = fc.record({ method: fc.constantFrom(...OTHERS), path: paths, sender: senders, headers, body });
  const unnamed = fc.record({
    method: fc.constant('POST'),
    path: fc.constantFrom(...UNNAMED.map((query) => board + query)),
    sender: fc.constantFrom<Sender>('owner', ...WITHOUT_RIGHTS),
    headers,
    body,
  });
  const forbidden = fc.record({
    method: fc.constant('POST'),
    path: fc.constantFrom(...ODD_NAMES.map((query) => `${board}?${query}`)),
    sender: fc.constantFrom<Sender>(...WITHOUT_RIGHTS, 'stranger'),
    headers,
    body,
  });
  return fc.oneof(
    { weight: 4, arbitrary: fc.oneof(reads, wrong, unnamed, forbidden).map((request) => shotOf(request, target)) },
    { weight: 1, arbitrary: brokenUploads(target) },
  );
}

/** What never comes whole, from somebody who may upload: nothing may be left of it. */
function brokenUploads(target: Target): Arbitrary<Shot> {
  return fc.constantFrom(...LENGTHS).map((length) => {
    const lines = ['host: localhost', 'connection: close', ...signedBy('owner', target), length];
    const head = [`POST /files/${target.boardId}?${NAME} HTTP/1.1`, ...lines, '', 'a part'].join('\r\n');
    return { door: `upload cut off (${length})`, parts: [Buffer.from(head)], pauseMs: 0, isOpen: true };
  });
}

function shotOf({ method, path, sender, headers, body }: FileRequest, target: Target): Shot {
  const signed = [...signedBy(sender, target), ...headers];
  const bytes = body === '' ? null : Buffer.from(body, 'latin1');
  return {
    door: `${method} ${path.slice(0, 80)}`,
    parts: [bytesOf({ method, target: path, headers: signed, body: bytes })],
    pauseMs: 0,
    isOpen: false,
  };
}

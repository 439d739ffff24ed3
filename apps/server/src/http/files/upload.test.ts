import { existsSync, readdirSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { Readable } from 'node:stream';
import { fillDisk, freeDisk } from '@talkan/api/files/testing/full-disk';
import { pictures, uprightPhoto } from '@talkan/api/files/testing/pictures';
import type { Person } from '@talkan/api/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendRaw, startTestServer, type TestServer } from '../../testing.js';
import { bearer, messageOf, send, upload } from './testing-files.js';

const KIB = 1024;
let server: TestServer;
let ada: Person;
beforeAll(async () => {
  server = await startTestServer({
    fileLimits: { fileBytes: 256 * KIB, boardBytes: 1024 * KIB },
    timeLimits: { headersMs: 400, bodyMs: 500, uploadMs: 2_500 },
  });
  ada = await server.app.user('ada');
});
afterAll(() => server.close());

/** Every file in the folder, those that are coming in too. */
function lying(boardId = ada.boardId): string[] {
  const { folder } = server.app.services.files.store;
  const within = (name: string) => (existsSync(path.join(folder, name)) ? readdirSync(path.join(folder, name)) : []);
  return [...within(boardId), ...within('.incoming')];
}
const rows = () => server.app.services.db.read.selectFrom('files').selectAll().execute();

describe('an upload', () => {
  it('answers with what is kept of it', async () => {
    const file = await upload(server, ada, { name: 'Übersicht 2026 ✓.txt', body: 'Hello\n' });
    expect(file).toEqual({
      id: expect.stringMatching(/^[\w-]{36}$/),
      name: 'Übersicht 2026 ✓.txt',
      size: 6,
      type: 'text/plain',
      width: null,
      height: null,
    });
    expect(lying()).toContain(file.id);
  });

  it('may be empty, and may come without its length being said', async () => {
    expect(await upload(server, ada, { body: '' })).toMatchObject({ size: 0, type: 'application/octet-stream' });
    const body = Readable.from([Buffer.from('one '), Buffer.from('two')]);
    expect(await upload(server, ada, { body })).toMatchObject({ size: 7, type: 'text/plain' });
  });

  it('of an image says how large it is to be seen', async () => {
    for (const [type, bytes] of await pictures()) {
      expect(await upload(server, ada, { body: bytes })).toMatchObject({ type, width: 64, height: 40 });
    }
    const photo = await upload(server, ada, { body: await uprightPhoto() });
    expect(photo).toMatchObject({ type: 'image/jpeg', width: 800, height: 1200 });
  });

  it('is taken from our own page by its cookie, and from no other site', async () => {
    const cookie = `talkan_session=${ada.token}`;
    const here = { cookie, origin: server.url, 'sec-fetch-site': 'same-origin' };
    expect((await send(server, { boardId: ada.boardId, body: 'x', headers: here })).status).toBe(201);
    const before = lying().length;
    for (const headers of [
      { cookie, origin: 'https://evil.example' },
      { cookie, 'sec-fetch-site': 'cross-site' },
    ]) {
      expect((await send(server, { boardId: ada.boardId, body: 'x', headers })).status).toBe(403);
    }
    expect(lying()).toHaveLength(before);
  });

  it.each([
    ['../../../etc/passwd', 'passwd'],
    ['C:\\secret\\plan.txt', 'plan.txt'],
    ['..', 'file'],
    ['/', 'file'],
    ['a\r\nSet-Cookie: b=c', 'aSet-Cookie: b=c'],
    ['safe\u202egnp.exe', 'safegnp.exe'],
    [`${'ä'.repeat(200)}.tar.gz`, `${'ä'.repeat(126)}.gz`],
  ])('that is called %j is kept as %j', async (given, kept) => {
    expect((await upload(server, ada, { name: given, body: 'x' })).name).toBe(kept);
  });
});

describe('an upload is refused', () => {
  it.each([
    ['viewer', 403],
    ['commenter', 403],
    ['editor', 201],
    ['owner', 201],
  ] as const)('or not: to a %s it answers %i', async (role, status) => {
    const member = await server.app.member(ada.boardId, role);
    const answer = await send(server, { boardId: ada.boardId, body: 'x', headers: bearer(member) });
    expect(answer.status).toBe(status);
  });

  it('to strangers as if there were no such board, and to nobody at all', async () => {
    const before = lying();
    const stranger = await server.app.user();
    const foreign = await send(server, { boardId: ada.boardId, body: 'x', headers: bearer(stranger) });
    expect(foreign.status).toBe(404);
    const missing = await send(server, { boardId: 'no-board', body: 'x', headers: bearer(stranger) });
    expect(await messageOf(missing)).toBe(await messageOf(foreign));
    const german = { ...bearer(stranger), 'accept-language': 'de' };
    expect(await messageOf(await send(server, { boardId: 'no-board', body: 'x', headers: german }))).toBe(
      'Dieses Board gibt es nicht, oder es ist nicht mit dir geteilt.',
    );
    expect((await send(server, { boardId: ada.boardId, body: 'x' })).status).toBe(401);
    const wrong = { authorization: 'Bearer wrong', cookie: `talkan_session=${ada.token}` };
    expect((await send(server, { boardId: ada.boardId, body: 'x', headers: wrong })).status).toBe(401);
    expect(lying()).toEqual(before);
  });

  it.each(['said beforehand', 'found out'])('where it is too large, %s', async (how) => {
    const before = lying();
    const bytes = Buffer.alloc(300 * KIB);
    const body = how === 'found out' ? Readable.from([bytes]) : bytes;
    const answer = await send(server, { boardId: ada.boardId, body, headers: bearer(ada) });
    expect(answer.status).toBe(413);
    expect(await messageOf(answer)).toBe('The file is too large: at most 0.3 MB can be uploaded.');
    expect(lying()).toEqual(before);
    expect((await send(server, { boardId: ada.boardId, body: 'x', headers: bearer(ada) })).status).toBe(201);
  });

  it('where the board has no room for it, however many come at once', async () => {
    const full = await server.app.user();
    const body = Buffer.alloc(250 * KIB);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => send(server, { boardId: full.boardId, body, headers: bearer(full) })),
    );
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      201, 201, 201, 201, 409, 409,
    ]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused && (await messageOf(refused))).toContain('more than 1 MB together');
    expect(lying(full.boardId)).toHaveLength(4);
  });

  it('where it has no name, or one without end', async () => {
    for (const query of ['', '?name=', `?name=${'x'.repeat(1001)}`]) {
      const url = `${server.url}/files/${ada.boardId}${query}`;
      expect((await fetch(url, { method: 'POST', headers: bearer(ada), body: 'x' })).status).toBe(400);
    }
  });

  it('where somebody uploads too much at once', async () => {
    const busy = await server.app.user();
    const waiting = Array.from({ length: 6 }, () => begin(busy));
    await expect.poll(() => lying(busy.boardId)).toHaveLength(6);
    const answer = await send(server, { boardId: busy.boardId, body: 'x', headers: bearer(busy) });
    for (const socket of waiting) socket.destroy();
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe('2');
    await expect.poll(() => lying(busy.boardId)).toHaveLength(0);
  });
});

/** Begins an upload of 100 bytes and sends 10. */
function begin(person: Person) {
  const socket = connect(server.port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(headOf(person, 100) + 'x'.repeat(10));
  return socket;
}
const headOf = (person: Person, length: number) =>
  `POST /files/${person.boardId}?name=a HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: ${length}\r\nAuthorization: Bearer ${person.token}\r\n\r\n`;

describe('an upload that', () => {
  it('is cut off leaves nothing', async () => {
    const person = await server.app.user();
    const before = (await rows()).length;
    const socket = begin(person);
    await expect.poll(() => lying(person.boardId)).toHaveLength(1);
    socket.destroy();
    await expect.poll(() => lying(person.boardId)).toHaveLength(0);
    expect(await rows()).toHaveLength(before);
    expect(server.logged()).not.toContain('A procedure failed.');
  });

  it('comes slowly is waited for, as long as it comes', async () => {
    const drip = Array.from({ length: 10 }, () => '1234567890');
    const { text, ms } = await sendRaw(server.port, [headOf(ada, 100), ...drip], 100);
    expect(text).toMatch(/^HTTP\/1\.1 201 /);
    expect(ms).toBeGreaterThan(900);
  });

  it.each([
    ['stops coming', ['x'], 100],
    ['would never end', Array.from({ length: 100 }, () => 'x'), 50],
  ])('%s is ended', async (_what, parts, pauseMs) => {
    const before = lying();
    const { text } = await sendRaw(server.port, [headOf(ada, 10_000), ...parts], pauseMs);
    expect(text).toMatch(/^HTTP\/1\.1 408 /);
    await expect.poll(() => lying()).toEqual(before);
  });

  it('nobody has let in is not waited for longer than any other body', async () => {
    const request = headOf({ ...ada, token: 'wrong' }, 100).replace('Connection: close\r\n', '');
    const drip = Array.from({ length: 100 }, () => 'x');
    const { text, ms } = await sendRaw(server.port, [request, ...drip], 50);
    expect(text).toMatch(/^HTTP\/1\.1 401 /);
    expect(ms).toBeLessThan(drip.length * 50);
  });
});

describe('when nothing can be saved', () => {
  it('an upload says so, and leaves nothing', async () => {
    const before = lying();
    await fillDisk(server.app.services);
    // The row has to need a page of its own.
    const answers: number[] = [];
    for (let sent = 0; sent < 60 && !answers.includes(507); sent += 1) {
      answers.push(
        (await send(server, { boardId: ada.boardId, name: 'n'.repeat(250), body: '', headers: bearer(ada) })).status,
      );
    }
    expect(answers.at(-1)).toBe(507);
    expect(lying()).toHaveLength(before.length + answers.length - 1);
    await freeDisk(server.app.services);
    await expect.poll(() => server.app.services.storage.state().status).toBe('ok');
  });

  it('a failure of the folder is ours', async () => {
    const broken = await startTestServer();
    const person = await broken.app.user();
    await mkdir(path.join(broken.app.services.files.store.folder, '.incoming'), { recursive: true });
    await broken.app.services.db.write.schema.dropTable('file_uses').execute();
    await broken.app.services.db.write.schema.dropTable('files').execute();
    const answer = await send(broken, { boardId: person.boardId, body: 'x', headers: bearer(person) });
    expect(answer.status).toBe(500);
    expect(await messageOf(answer)).not.toMatch(/files|sqlite/i);
    await broken.close();
  });
});

import { rm, writeFile } from 'node:fs/promises';
import { writeTransaction } from '@talkan/api/db/open';
import { recordUses } from '@talkan/api/files/rows';
import { bomb, lookAt, pictures, uprightPhoto } from '@talkan/api/files/testing/pictures';
import type { Person } from '@talkan/api/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendRaw, startTestServer, type TestServer } from '../../testing.js';
import { bearer, upload, type Body, type Uploaded } from './testing-files.js';

let server: TestServer;
let ada: Person;
let viewer: Person;
let stranger: Person;
beforeAll(async () => {
  server = await startTestServer();
  ada = await server.app.user('ada');
  viewer = await server.app.member(ada.boardId, 'viewer');
  stranger = await server.app.user();
});
afterAll(() => server.close());

/** Puts it on a card. */
async function attach({ id }: Uploaded, cardId = 'card-1'): Promise<void> {
  const { db } = server.app.services;
  await writeTransaction(db, (trx) => recordUses(trx, ada.boardId, [{ fileId: id, cardId }]));
}
async function attached(body: Body, name = 'file.bin'): Promise<Uploaded> {
  const file = await upload(server, ada, { name, body });
  await attach(file);
  return file;
}
const addressOf = ({ id, name }: Uploaded) => `${server.url}/files/${ada.boardId}/${id}/${encodeURIComponent(name)}`;
const get = (file: Uploaded, headers: Record<string, string> = {}, person = viewer) =>
  fetch(addressOf(file), { headers: { ...bearer(person), ...headers } });

describe('a file', () => {
  it('comes back as it was, as a download that cannot run, to be kept by its reader alone', async () => {
    const body = Buffer.from(Array.from({ length: 200_000 }, (_, at) => at % 251));
    const file = await attached(body, 'Plan „B“ ✓ 100%.bin');
    const answer = await get(file);
    expect(Buffer.from(await answer.arrayBuffer()).equals(body)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-length': '200000',
      'content-disposition': `attachment; filename="Plan _B_ _ 100_.bin"; filename*=UTF-8''Plan%20%E2%80%9EB%E2%80%9C%20%E2%9C%93%20100%25.bin`,
      'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none';/),
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, max-age=31536000, immutable',
      vary: 'cookie, authorization',
      'accept-ranges': 'bytes',
      etag: `"${file.id}"`,
    });
  });

  it('can be empty', async () => {
    const answer = await get(await attached(''));
    expect([answer.status, await answer.text()]).toEqual([200, '']);
  });

  it('is not sent again to whoever has it, and its head alone where that is asked for', async () => {
    const file = await attached('abc');
    expect((await get(file, { 'if-none-match': `"${file.id}"` })).status).toBe(304);
    const head = await fetch(addressOf(file), { method: 'HEAD', headers: bearer(viewer) });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '3', '']);
  });

  it.each([
    ['bytes=0-2', 206, '012', 'bytes 0-2/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-4', 206, '6789', 'bytes 6-9/10'],
    ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=-0', 416, '', 'bytes */10'],
    ['bytes=5-2', 200, '0123456789', null],
    ['bytes=0-1,4-5', 200, '0123456789', null],
    ['lines=1-2', 200, '0123456789', null],
  ])('of which %s is asked for answers %i with %j', async (range, status, text, told) => {
    const answer = await get(await attached('0123456789'), { range });
    expect([answer.status, await answer.text(), answer.headers.get('content-range')]).toEqual([status, text, told]);
  });

  it('is sent whole where only a part was asked for of another one', async () => {
    const file = await attached('0123456789');
    const part = { range: 'bytes=0-2' };
    expect(await (await get(file, { ...part, 'if-range': '"another"' })).text()).toBe('0123456789');
    expect(await (await get(file, { ...part, 'if-range': `"${file.id}"` })).text()).toBe('012');
  });

  it('is there for members of its board, and for nobody else', async () => {
    const file = await attached('secret');
    expect((await get(file)).status).toBe(200);
    expect((await get(file, {}, stranger)).status).toBe(404);
    expect((await fetch(addressOf(file))).status).toBe(401);
    expect((await fetch(addressOf(file), { headers: { cookie: `talkan_session=${viewer.token}` } })).status).toBe(200);
    const own = `${server.url}/files/${stranger.boardId}/${file.id}/x`;
    expect((await fetch(own, { headers: bearer(stranger) })).status).toBe(404);
  });

  it('that is on no card is there for its uploader alone', async () => {
    const file = await upload(server, ada, { body: 'draft' });
    expect((await get(file, {}, ada)).status).toBe(200);
    expect((await get(file)).status).toBe(404);
    await attach(file);
    expect((await get(file)).status).toBe(200);
  });

  it('whose bytes are gone answers 404', async () => {
    const file = await attached('lost');
    await rm(server.app.services.files.store.pathOf({ boardId: ada.boardId, id: file.id }));
    expect((await get(file)).status).toBe(404);
  });

  it('is not named in the log', async () => {
    await get(await attached('x', 'salaries-of-everybody.csv'));
    await expect.poll(() => server.logged()).toContain(`"path":"/files/${ada.boardId}/`);
    expect(server.logged()).not.toContain('salaries');
  });
});

const HTML = '<!doctype html><script>alert(document.cookie)</script>';
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>';

describe('what pretends to be something else', () => {
  it.each([
    ['a page', HTML, 'photo.png', 'text/plain'],
    ['a drawing with a script', SVG, 'logo.svg', 'text/plain'],
    ['a page that begins like a GIF', `GIF89a/*${HTML}*/=1;`, 'fun.gif', 'image/gif'],
    ['a page that begins like a PNG', `\x89PNG\r\n\x1a\n${HTML}`, 'fun.png', 'image/png'],
    ['a PDF with a script', `%PDF-1.7\n1 0 obj<</JS(app.alert(1))>>\n${HTML}`, 'bill.pdf', 'application/pdf'],
    ['an archive that is a page', `PK\x03\x04${HTML}`, 'all.zip', 'application/zip'],
    ['a page behind a mark', `\ufeff${HTML}`, 'page.html', 'text/plain'],
    ['a page in another alphabet', `\xff\xfe<\0s\0c\0r\0i\0p\0t\0>\0`, 'x.html', 'application/octet-stream'],
  ])('%s is a download, of the type that its bytes say', async (_what, content, name, type) => {
    const file = await attached(Buffer.from(content, content.startsWith('\ufeff') ? 'utf8' : 'latin1'), name);
    expect(file).toMatchObject({ type, width: null });
    const { headers } = await get(file);
    expect(headers.get('content-type')?.split(';')[0]).toBe(type);
    expect(headers.get('content-disposition')).toMatch(/^attachment; /);
    expect(headers.get('content-security-policy')).toContain('sandbox;');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect((await fetch(thumbnailOf(file), { headers: bearer(viewer) })).status).toBe(404);
  });

  it.each([
    '/../..%2f..%2ftalkan.db',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/.incoming/x',
    '/a/../../../etc/passwd',
    '//etc/passwd',
  ])('%s is no way out of the folder', async (rest) => {
    const request = `GET /files${rest} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer ${ada.token}\r\n\r\n`;
    expect((await sendRaw(server.port, [request])).text).toMatch(/^HTTP\/1\.1 404 /);
  });
});

const thumbnailOf = ({ id }: Uploaded) => `${server.url}/files/${ada.boardId}/${id}/thumbnail`;

describe('a picture', () => {
  it('is shown in the page, and as a small one', async () => {
    for (const [type, bytes] of await pictures()) {
      const file = await attached(bytes, 'picture');
      const whole = await get(file);
      expect(whole.headers.get('content-type')).toBe(type);
      expect(whole.headers.get('content-disposition')).toMatch(/^inline; /);
      expect(whole.headers.get('content-security-policy')).toContain('sandbox;');
      const small = await fetch(thumbnailOf(file), { headers: bearer(viewer) });
      expect(small.headers.get('content-type')).toBe('image/webp');
      expect(await lookAt(Buffer.from(await small.arrayBuffer()))).toEqual({ format: 'webp', width: 64, height: 40 });
    }
  });

  it('stands upright when it is small, and is made once', async () => {
    const file = await attached(await uprightPhoto());
    const answers = await Promise.all([1, 2, 3].map(() => fetch(thumbnailOf(file), { headers: bearer(viewer) })));
    for (const answer of answers) {
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(await lookAt(bytes)).toEqual({ format: 'webp', width: 480, height: 720 });
    }
    const again = { ...bearer(viewer), 'if-none-match': answers[0]?.headers.get('etag') ?? '' };
    expect((await fetch(thumbnailOf(file), { headers: again })).status).toBe(304);
    expect((await fetch(thumbnailOf(file), { headers: bearer(stranger) })).status).toBe(404);
    expect((await fetch(thumbnailOf(file))).status).toBe(401);
  });

  it('that wants too much, or is cut off, has no small one, and harms nobody', async () => {
    const [first] = await pictures();
    const cut = (first?.[1] ?? Buffer.alloc(0)).subarray(0, 60);
    for (const body of [bomb(), cut]) {
      const file = await attached(body);
      expect((await fetch(thumbnailOf(file), { headers: bearer(viewer) })).status).toBe(404);
      expect((await fetch(thumbnailOf(file), { headers: bearer(viewer) })).status).toBe(404);
      expect((await get(file)).status).toBe(200);
    }
    const [, good] = (await pictures())[1] ?? [];
    const file = await attached(good ?? '');
    expect((await fetch(thumbnailOf(file), { headers: bearer(viewer) })).status).toBe(200);
  });

  it('whose bytes have changed on the disk has none', async () => {
    const file = await attached((await pictures())[0]?.[1] ?? '');
    await writeFile(server.app.services.files.store.pathOf({ boardId: ada.boardId, id: file.id }), 'no picture');
    expect((await fetch(thumbnailOf(file), { headers: bearer(viewer) })).status).toBe(404);
  });
});

describe('the addresses of files', () => {
  it('say what can be done there', async () => {
    const limits = await fetch(`${server.url}/files/limits`, { headers: bearer(stranger) });
    expect(await limits.json()).toEqual({ fileBytes: 25 * 1024 * 1024 });
    expect((await fetch(`${server.url}/files/limits`)).status).toBe(401);
    const gone = await fetch(`${server.url}/files/${ada.boardId}/x`, { method: 'DELETE', headers: bearer(ada) });
    expect([gone.status, gone.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    const read = await fetch(`${server.url}/files/${ada.boardId}`, { headers: bearer(ada) });
    expect([read.status, read.headers.get('allow')]).toEqual([405, 'POST']);
  });
});

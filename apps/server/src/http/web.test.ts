import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendRaw, startTestServer, type TestServer } from '../testing.js';

const page = '<!doctype html><meta name="talkan-build" content="b-1_2" /><title>Talkan</title>';
const script = `console.log(${JSON.stringify('x'.repeat(2000))})`;
const root = mkdtempSync(path.join(tmpdir(), 'talkan-web-'));
let server: TestServer;

beforeAll(async () => {
  mkdirSync(path.join(root, 'assets'));
  writeFileSync(path.join(root, 'index.html'), page);
  writeFileSync(path.join(root, '.secret'), 'secret');
  writeFileSync(path.join(root, 'sw.js'), script);
  const file = path.join(root, 'assets', 'app-AbCd1234.js');
  writeFileSync(file, script);
  writeFileSync(`${file}.br`, brotliCompressSync(script));
  writeFileSync(`${file}.gz`, gzipSync(script));
  server = await startTestServer({ webRoot: root });
});
afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true, force: true });
});

const get = (address: string, headers: Record<string, string> = {}) => fetch(server.url + address, { headers });

describe('the web app', () => {
  it('is one page for all addresses of pages, asked for anew each time', async () => {
    for (const address of ['/', '/boards/one', '/sign-in?next=%2F', '/index.html']) {
      const answer = await get(address);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(answer.headers.get('cache-control')).toBe('no-cache');
      expect(await answer.text()).toBe(page);
    }
  });

  it('has its service worker asked for anew each time: it would hold people on an old version else', async () => {
    const answer = await get('/sw.js');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  it('lets browsers keep what has a hash in its name for ever', async () => {
    const answer = await get('/assets/app-AbCd1234.js');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  it.each([
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['identity', null],
  ])('sends to who accepts “%s” the form %s', async (accepted, encoding) => {
    const answer = await get('/assets/app-AbCd1234.js', { 'accept-encoding': accepted });
    expect(answer.headers.get('content-encoding')).toBe(encoding);
    expect(answer.headers.get('vary')).toBe('accept-encoding');
    expect(await answer.text()).toBe(script);
  });

  it('tells with every answer which build it serves, so that an open page of another one notices', async () => {
    for (const address of ['/', '/assets/app-AbCd1234.js', '/trpc/auth.me', '/api/board', '/nowhere.png']) {
      expect((await get(address)).headers.get('x-talkan-build')).toBe('b-1_2');
    }
  });

  it('answers 304 to who has the page already', async () => {
    const etag = (await get('/')).headers.get('etag') ?? '';
    expect((await get('/', { 'if-none-match': etag })).status).toBe(304);
    expect((await get('/', { 'if-none-match': '"another"' })).status).toBe(200);
  });

  it('has no page in place of a file that is not there', async () => {
    expect((await get('/assets/gone-12345678.js')).status).toBe(404);
    expect((await get('/favicon.ico')).status).toBe(404);
    expect((await get('/assets/')).status).toBe(404);
    expect((await get('/assets/gone')).status).toBe(404);
  });

  it.each(['/.secret', '/../package.json', '/..%2fpackage.json', '/assets/../.secret', '/%2e%2e/%2e%2e/etc/passwd'])(
    'gives away nothing at %s',
    async (address) => {
      const { text } = await sendRaw(server.port, [
        `GET ${address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
      ]);
      expect(text).not.toContain('secret');
      expect(text).not.toContain('"name"');
      expect(text).not.toContain('root:');
    },
  );

  it('goes on serving what it has when a build replaces the folder', async () => {
    const replaced = mkdtempSync(path.join(tmpdir(), 'talkan-web-'));
    writeFileSync(path.join(replaced, 'index.html'), page);
    const other = await startTestServer({ webRoot: replaced });
    rmSync(replaced, { recursive: true });
    expect(await (await fetch(other.url)).text()).toBe(page);
    await other.close();
  });

  it('can only be read', async () => {
    const answer = await fetch(server.url, { method: 'POST', body: 'x' });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET, HEAD');
  });

  it('answers HEAD with the size alone', async () => {
    const answer = await fetch(server.url, { method: 'HEAD' });
    expect(answer.headers.get('content-length')).toBe(String(page.length));
    expect(await answer.text()).toBe('');
  });
});

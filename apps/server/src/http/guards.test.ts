import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { Facts } from './facts.js';
import { checkOrigin, createHostCheck } from './guards.js';

const publicUrl = 'https://board.example.com';
const facts: Facts = {
  requestId: 'r',
  method: 'POST',
  path: '/trpc/auth.login',
  address: '127.0.0.1',
  secure: false,
  authorized: false,
  bearer: null,
  cookie: 'abc',
  browser: true,
};

describe('the Host check', () => {
  it.each(['localhost', 'localhost:3000', '127.0.0.1:3000', '127.8.9.1', '[::1]:3000', 'LOCALHOST:80'])(
    'lets %s in',
    (host) => {
      expect(createHostCheck(null)({ host })).toBeNull();
    },
  );

  it.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '192.168.1.5:3000',
    '0.0.0.0',
    '',
    'a b',
    'x@localhost',
  ])('refuses %s', (host) => {
    expect(createHostCheck(null)({ host })).toMatchObject({ status: 403 });
  });

  it('refuses a request without one', () => {
    expect(createHostCheck(null)({})).toMatchObject({ status: 403 });
  });

  it('lets the host of PUBLIC_URL in, its default port spelled out or not', () => {
    const check = createHostCheck(publicUrl);
    expect(check({ host: 'board.example.com' })).toBeNull();
    expect(check({ host: 'Board.Example.com:443' })).toBeNull();
    expect(check({ host: 'board.example.com:8080' })).toMatchObject({ status: 403 });
  });
});

describe('the origin check', () => {
  const check = (headers: IncomingHttpHeaders, change: Partial<Facts> = {}, url: string | null = null) =>
    checkOrigin({ host: 'localhost:3000', ...headers }, { ...facts, ...change }, url);

  it('lets our own page in', () => {
    expect(check({ origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' })).toBeNull();
    expect(check({ origin: publicUrl, host: 'board.example.com' }, {}, publicUrl)).toBeNull();
  });

  it('lets our own page in behind a proxy that names itself as the host', () => {
    expect(check({ origin: publicUrl, host: '127.0.0.1:3000' }, {}, publicUrl)).toBeNull();
  });

  it.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost:8080' },
    { origin: 'https://localhost:3000' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'http://localhost:3000', 'sec-fetch-site': 'cross-site' },
  ])('refuses another site: %o', (headers) => {
    expect(check(headers)).toMatchObject({ status: 403 });
  });

  it('refuses the public address over plain http', () => {
    expect(check({ origin: 'http://board.example.com', host: 'board.example.com' }, {}, publicUrl)).toMatchObject({
      status: 403,
    });
  });

  it('guards the sign-in too, though no cookie is there yet', () => {
    expect(check({ origin: 'https://evil.example' }, { cookie: null })).toMatchObject({ status: 403 });
  });

  it('lets programs in: they send neither header, and no cookie of somebody else’s', () => {
    expect(check({}, { browser: false })).toBeNull();
    expect(check({ origin: 'https://evil.example' }, { authorized: true })).toBeNull();
  });

  it('does not mind reading', () => {
    expect(check({ origin: 'https://evil.example' }, { method: 'GET' })).toBeNull();
  });
});

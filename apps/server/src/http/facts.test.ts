import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { factsOf, networkOf } from './facts.js';

function request(headers: Record<string, string>, url = '/'): IncomingMessage {
  const req = new IncomingMessage(new Socket());
  Object.assign(req, { url, method: 'POST' });
  Object.assign(req.headers, headers);
  return req;
}
const direct = { proxies: 0, publicUrl: null };
const behindOne = { proxies: 1, publicUrl: null };

describe('what the host understands of a request', () => {
  it('believes no proxy unless it was told to', () => {
    const facts = factsOf(
      request({ 'x-forwarded-for': '203.0.113.7', 'x-forwarded-proto': 'https', 'x-request-id': 'theirs' }),
      direct,
    );
    expect(facts).toMatchObject({ address: 'unknown', secure: false });
    expect(facts.requestId).not.toBe('theirs');
  });

  it('takes the address that the trusted proxy saw, not what a client wrote before it', () => {
    const facts = factsOf(
      request({ 'x-forwarded-for': '6.6.6.6, 203.0.113.7', 'x-forwarded-proto': 'https', 'x-request-id': 'theirs' }),
      behindOne,
    );
    expect(facts).toMatchObject({ address: '203.0.113.7', secure: true, requestId: 'theirs' });
    expect(
      factsOf(request({ 'x-forwarded-for': '1.1.1.1, 2.2.2.2, 3.3.3.3' }), { proxies: 2, publicUrl: null }).address,
    ).toBe('2.2.2.2');
  });

  it.each([
    ['203.0.113.7:4711', '203.0.113.7'],
    ['[2001:db8::9]:4711', '2001:db8::9'],
    ['[2001:db8::9]', '2001:db8::9'],
    ['2001:db8::9', '2001:db8::9'],
  ])('leaves out the port that some proxies add: %s', (seen, address) => {
    expect(factsOf(request({ 'x-forwarded-for': seen }), behindOne).address).toBe(address);
  });

  it('makes an id of its own where the given one could break a log', () => {
    expect(factsOf(request({ 'x-request-id': 'a b"}' }), behindOne).requestId).toMatch(/^[\w-]{36}$/);
  });

  it('ignores the cookie as soon as there is an Authorization header, readable or not', () => {
    const cookie = 'theme=dark; talkan_session=abc';
    expect(factsOf(request({ cookie }), direct)).toMatchObject({ cookie: 'abc', bearer: null });
    expect(factsOf(request({ cookie, authorization: 'Bearer xyz' }), direct)).toMatchObject({
      cookie: null,
      bearer: 'xyz',
    });
    expect(factsOf(request({ cookie, authorization: 'Basic eDp5' }), direct)).toMatchObject({
      cookie: null,
      bearer: null,
    });
  });

  it('reads the cookie under the name that only https may set, where it is served over https', () => {
    const options = { proxies: 0, publicUrl: 'https://board.example.com' };
    expect(factsOf(request({ cookie: 'talkan_session=abc' }), options).cookie).toBeNull();
    expect(factsOf(request({ cookie: '__Host-talkan_session=abc' }), options).cookie).toBe('abc');
  });

  it('leaves the query out of the path', () => {
    expect(factsOf(request({}, '/trpc/boards.get?input=secret'), direct).path).toBe('/trpc/boards.get');
  });
});

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:0:1:aaaa:bbbb:cccc:dddd', '2001:db8:0:1::/64'],
  ['2001:DB8:0:1::9', '2001:db8:0:1::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['unknown', 'unknown'],
])('failed sign-ins from %s are counted for %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

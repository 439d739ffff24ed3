import { expect, it } from 'vitest';
import { refusalOf } from './job.ts';
import { bytesOf, FRESH, jsonRequest, withToken } from './request.ts';

const job = { address: '127.0.0.1', port: 1, connections: 10, seconds: 3, requests: [], expected: 200 };

it('loads no other machine than this one', () => {
  expect(refusalOf(job)).toBeNull();
  expect(refusalOf({ ...job, address: '::1' })).toBeNull();
  for (const address of ['10.0.0.1', 'localhost', '127.0.0.1.example.com', '']) {
    expect(refusalOf({ ...job, address })).toContain('this machine alone');
  }
});

it('loads for a bounded time, with bounded connections', () => {
  expect(refusalOf({ ...job, seconds: 3_600 })).toContain('seconds');
  expect(refusalOf({ ...job, connections: 100_000 })).toContain('connections');
});

it('writes a request with the length of its body in bytes, which a number of its own does not change', () => {
  const request = withToken(jsonRequest('POST', '/trpc/x', { title: 'Grüße', id: FRESH }), 'secret');
  const [head = '', body = ''] = bytesOf(request).toString().split('\r\n\r\n');
  expect(head.split('\r\n')).toEqual([
    'POST /trpc/x HTTP/1.1',
    'host: localhost',
    'content-type: application/json',
    'authorization: Bearer secret',
    `content-length: ${Buffer.byteLength(body)}`,
  ]);
  expect(FRESH).toHaveLength(String(Date.now() * 1_000).length);
});

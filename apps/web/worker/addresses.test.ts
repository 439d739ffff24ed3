import { expect, it } from 'vitest';
import { kindOf } from './addresses';

const navigateTo = (pathname: string) => kindOf({ mode: 'navigate', pathname });

it('takes every address of the app for its one page', () => {
  expect(['/', '/b/board-1', '/b/board-1/RM-4', '/apis'].map(navigateTo)).toEqual(['page', 'page', 'page', 'page']);
});

it('leaves to the server what belongs to programs, and files', () => {
  for (const pathname of [
    '/trpc/auth.me',
    '/api',
    '/api/docs',
    '/files/board-1/file-1/notes',
    '/mcp',
    '/healthz',
    '/readyz',
    '/sw.js',
  ]) {
    expect(navigateTo(pathname)).toBe('server');
  }
  expect(kindOf({ mode: 'cors', pathname: '/b/board-1' })).toBe('server');
});

it('answers for what never changes', () => {
  expect(kindOf({ mode: 'cors', pathname: '/assets/index-AbCd1234.js' })).toBe('asset');
});

import { expect, it } from 'vitest';
import { filesIn } from './pasted';

const NOW = new Date(2026, 10, 24, 14, 2, 5);
const clipboard = (types: string[], ...files: File[]) => ({ types, files: files as unknown as FileList });
const names = (files: File[]) => files.map(({ name }) => name);

it('gives a pasted screenshot a name that tells it from the next one', () => {
  const image = new File(['x'], 'image.png', { type: 'image/png' });
  const [pasted] = filesIn(clipboard(['Files'], image), NOW);
  expect([pasted?.name, pasted?.type, pasted?.size]).toEqual(['Pasted 2026-11-24 14.02.05.png', 'image/png', 1]);
});

it('keeps the names of pasted files', () => {
  expect(names(filesIn(clipboard(['Files'], new File([], 'a.pdf'), new File([], 'b'))))).toEqual(['a.pdf', 'b']);
});

it('leaves what comes with text to the field that it is pasted into', () => {
  expect(filesIn(clipboard(['text/plain', 'Files'], new File([], 'image.png')))).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import { readAnswer } from './upload-answer';

const told = (message: string) => JSON.stringify({ error: { code: 'x', message } });

describe('the answer to an upload', () => {
  it('that was taken is the file', () => {
    const file = { id: 'f', name: 'a.png', size: 3, type: 'image/png', width: 1, height: 1 };
    expect(readAnswer(201, JSON.stringify(file))).toEqual({ ok: true, file });
  });

  it.each([
    [0, '', true, 'cannot be reached'],
    [401, told('Sign in first.'), true, 'you are signed out'],
    [403, told('Only editors and owners may do this.'), false, 'Only editors'],
    [404, told('There is no such board.'), false, 'no such board'],
    [409, told('The files of this board would be more than 2 GB.'), true, 'would be more'],
    [413, told('The file is too large: at most 25 MB can be uploaded.'), false, 'at most 25 MB'],
    [413, '<html>nginx</html>', false, 'too large for this server'],
    [429, told('Too many files.'), true, 'Too many'],
    [500, told('Something went wrong.'), true, 'Something went wrong'],
    [502, '<html>nginx</html>', true, 'cannot be reached'],
    [507, told('The server cannot save, because its disk is full.'), true, 'disk is full'],
    [201, 'no JSON', false, 'was not uploaded'],
    [200, '[]', false, 'was not uploaded'],
  ])('%i with %s: to be tried again %s, in a sentence', (status, text, canRetry, words) => {
    const answer = readAnswer(status, text);
    expect(answer).toMatchObject({ ok: false, problem: { canRetry, message: expect.stringContaining(words) } });
  });
});

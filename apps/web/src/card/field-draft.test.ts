import { fingerprint } from '@talkan/board/text';
import { describe, expect, it } from 'vitest';
import { readFieldDraft, statusOfDraft, writeFieldDraft } from './field-draft';

const was = fingerprint('Seen');
const current = (text: string) => ({ text, was: fingerprint(text) });

it('keeps any text and the fingerprint beside it', () => {
  for (const text of ['', 'A line', '{"was":"x"}\n\n', '🙂']) {
    expect(readFieldDraft(writeFieldDraft({ text, was }))).toEqual({ text, was });
  }
  expect(readFieldDraft('')).toBeNull();
});

describe('a draft beside the text that stands there', () => {
  it('is ready while that is what its author saw', () => {
    expect(statusOfDraft({ text: 'Typed', was }, 'title', current('Seen'))).toBe('ready');
  });

  it('is in conflict once that is another text', () => {
    expect(statusOfDraft({ text: 'Typed', was }, 'title', current('Theirs'))).toBe('conflict');
  });

  it('is nothing new when both say the same, whoever came first', () => {
    expect(statusOfDraft({ text: 'Theirs', was }, 'details', current('Theirs'))).toBe('same');
    expect(statusOfDraft({ text: ' Seen ', was }, 'title', current('Seen'))).toBe('same');
  });

  it('cannot be an empty title, but can be empty details', () => {
    expect(statusOfDraft({ text: '  ', was }, 'title', current('Seen'))).toBe('empty');
    expect(statusOfDraft({ text: '', was }, 'details', current('Seen'))).toBe('ready');
  });
});

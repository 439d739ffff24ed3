import { describe, expect, it } from 'vitest';
import { syncWords } from './sync-words';

describe('syncWords', () => {
  it('says nothing while everything is saved', () => {
    expect(syncWords({ unkept: false, problem: null, connection: 'online', pending: 0 })).toBeNull();
  });

  it('says what will happen to changes made offline', () => {
    expect(syncWords({ unkept: false, problem: null, connection: 'offline', pending: 2 })?.text).toBe(
      'Offline. 2 changes will sync when you’re back.',
    );
    expect(syncWords({ unkept: false, problem: null, connection: 'offline', pending: 1 })?.text).toBe(
      'Offline. 1 change will sync when you’re back.',
    );
    expect(syncWords({ unkept: false, problem: null, connection: 'offline', pending: 0 })?.text).toContain(
      'What you change will sync',
    );
  });

  it('asks to leave the page open where the browser has no room', () => {
    const away = { problem: null, pending: 2, unkept: true } as const;
    expect(syncWords({ ...away, connection: 'offline' })?.text).toBe(
      'Offline. 2 changes will sync when you’re back. Leave this page open: the browser has no room to keep that.',
    );
    expect(syncWords({ ...away, connection: 'retrying' })?.text).toContain('Leave this page open');
    expect(syncWords({ ...away, connection: 'online' })?.text).toBe('Saving');
  });

  it('tells a server that is away from a network that is', () => {
    expect(syncWords({ unkept: false, problem: null, connection: 'retrying', pending: 3 })?.text).toContain(
      '3 changes will be sent',
    );
    expect(syncWords({ unkept: false, problem: null, connection: 'retrying', pending: 0 })?.text).not.toContain(
      'changes',
    );
  });

  it('says why the server saves nothing, and what waits for it', () => {
    const problem = 'The server cannot save, because its disk is full.';
    expect(syncWords({ unkept: false, connection: 'online', pending: 0, problem })).toEqual({
      tone: 'stuck',
      text: problem,
    });
    expect(syncWords({ unkept: false, connection: 'online', pending: 1, problem })?.text).toBe(
      `${problem} 1 change waits here.`,
    );
    expect(syncWords({ unkept: false, connection: 'online', pending: 2, problem })?.text).toBe(
      `${problem} 2 changes wait here.`,
    );
    expect(syncWords({ unkept: false, connection: 'offline', pending: 0, problem })?.text).toContain('Offline.');
  });

  it('is quiet about what is on its way', () => {
    expect(syncWords({ unkept: false, problem: null, connection: 'online', pending: 1 })).toEqual({
      tone: 'quiet',
      text: 'Saving',
    });
  });
});

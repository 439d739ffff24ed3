import { describe, expect, it } from 'vitest';
import { syncWords } from './sync-words';

describe('syncWords', () => {
  it('says nothing while everything is saved', () => {
    expect(syncWords({ problem: null, connection: 'online', pending: 0 })).toBeNull();
  });

  it('says what will happen to changes made offline', () => {
    expect(syncWords({ problem: null, connection: 'offline', pending: 2 })?.text).toBe(
      'Offline. 2 changes will sync when you’re back.',
    );
    expect(syncWords({ problem: null, connection: 'offline', pending: 1 })?.text).toBe(
      'Offline. 1 change will sync when you’re back.',
    );
    expect(syncWords({ problem: null, connection: 'offline', pending: 0 })?.text).toContain(
      'What you change will sync',
    );
  });

  it('tells a server that is away from a network that is', () => {
    expect(syncWords({ problem: null, connection: 'retrying', pending: 3 })?.text).toContain('3 changes will be sent');
    expect(syncWords({ problem: null, connection: 'retrying', pending: 0 })?.text).not.toContain('changes');
  });

  it('says why the server saves nothing, and what waits for it', () => {
    const problem = 'The server cannot save, because its disk is full.';
    expect(syncWords({ connection: 'online', pending: 0, problem })).toEqual({ tone: 'stuck', text: problem });
    expect(syncWords({ connection: 'online', pending: 1, problem })?.text).toBe(`${problem} 1 change waits here.`);
    expect(syncWords({ connection: 'online', pending: 2, problem })?.text).toBe(`${problem} 2 changes wait here.`);
    expect(syncWords({ connection: 'offline', pending: 0, problem })?.text).toContain('Offline.');
  });

  it('is quiet about what is on its way', () => {
    expect(syncWords({ problem: null, connection: 'online', pending: 1 })).toEqual({ tone: 'quiet', text: 'Saving' });
  });
});

import { describe, expect, it } from 'vitest';
import { syncWords } from './sync-words';

describe('syncWords', () => {
  it('says nothing while everything is saved', () => {
    expect(syncWords({ connection: 'online', pending: 0 })).toBeNull();
  });

  it('says what will happen to changes made offline', () => {
    expect(syncWords({ connection: 'offline', pending: 2 })?.text).toBe(
      'Offline. 2 changes will sync when you’re back.',
    );
    expect(syncWords({ connection: 'offline', pending: 1 })?.text).toBe(
      'Offline. 1 change will sync when you’re back.',
    );
    expect(syncWords({ connection: 'offline', pending: 0 })?.text).toContain('What you change will sync');
  });

  it('tells a server that is away from a network that is', () => {
    expect(syncWords({ connection: 'retrying', pending: 3 })?.text).toContain('3 changes will be sent');
    expect(syncWords({ connection: 'retrying', pending: 0 })?.text).not.toContain('changes');
  });

  it('is quiet about what is on its way', () => {
    expect(syncWords({ connection: 'online', pending: 1 })).toEqual({ tone: 'quiet', text: 'Saving' });
  });
});

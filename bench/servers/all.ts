import type { Field } from '../measure/heats.ts';
import { findFastapi } from './fastapi.ts';
import { reference } from './reference.ts';
import { talkan } from './talkan.ts';

/** The servers of this bench, as far as this machine can run them. */
export function allServers(): Field['servers'] {
  return {
    talkan,
    limit: reference('limit', 'node:http and SQLite alone, not synced'),
    full: reference('full', 'the same, each move synced'),
    cached: reference('cached', 'one constant body'),
    fastapi: findFastapi(),
  };
}

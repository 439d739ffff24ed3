import { t } from '@talkan/words/words';
import { refuse, type Refusal } from './refusal.js';

/** From the least to the most that a member may do. */
export const ROLES = ['viewer', 'commenter', 'editor', 'owner'] as const;
export type Role = (typeof ROLES)[number];

/** Whether `role` may do what `least` may. */
export function atLeast(role: Role, least: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(least);
}

/** Why somebody may not do what takes at least this role. */
export function refuseRole(role: Role, least: Role): Refusal | undefined {
  if (atLeast(role, least)) return undefined;
  if (least === 'owner') return refuse('forbidden', t`Only an owner of this board may do this. Ask one of them.`);
  if (role === 'commenter') {
    return refuse('forbidden', t`You may comment on this board but not change it. Ask an owner to make you an editor.`);
  }
  return refuse('forbidden', t`You may look at this board but not change it. Ask an owner to make you an editor.`);
}

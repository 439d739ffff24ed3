import { ROLES, type Role } from '@talkan/board/roles';
import { t } from '@talkan/words/words';

/** From the most to the least, as people read them. */
export const ROLES_DOWN: readonly Role[] = ROLES.toReversed();

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  owner: t`Owner`,
  editor: t`Editor`,
  commenter: t`Commenter`,
  viewer: t`Viewer`,
};

/** What each may do, in one line. */
export const ROLE_MEANS: Readonly<Record<Role, string>> = {
  owner: t`Does everything, people included.`,
  editor: t`Changes the board.`,
  commenter: t`Looks at the board and writes comments.`,
  viewer: t`Looks at the board.`,
};

const AS_ROLE: Readonly<Record<Role, string>> = {
  owner: t`an owner`,
  editor: t`an editor`,
  commenter: t`a commenter`,
  viewer: t`a viewer`,
};

/** `an editor` */
export function asRole(role: Role): string {
  return AS_ROLE[role];
}

/** The role that a list of them was set to. */
export function readRole(value: string): Role {
  return ROLES.find((role) => role === value) ?? 'viewer';
}

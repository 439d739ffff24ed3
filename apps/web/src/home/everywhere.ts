import { t } from '@talkan/words/words';
import { Bell, LayoutGrid, Plus } from 'lucide-react';
import { NOTICES_PATH } from '../notices/path';
import type { OfferedItem } from '../ui/offers';
import { HOME_PATH, NEW_BOARD_PATH } from './paths';

/** Where one can go from a board, and from anywhere else. */
export const BOARD_WAYS = [
  { label: t`All boards`, icon: LayoutGrid, href: HOME_PATH, also: t`home` },
  { label: t`New board…`, icon: Plus, href: NEW_BOARD_PATH, also: t`add create` },
] as const;

export const EVERYWHERE: readonly OfferedItem[] = [
  ...BOARD_WAYS,
  { label: t`Notices`, icon: Bell, href: NOTICES_PATH, also: t`notifications mentions unread` },
];

import type { Column } from '@talkan/board/model';
import type { MenuItem } from '../ui/menu';
import { useLoaded } from '../ui/use-loaded';
import styles from './lane.module.css';

const loadActions = () => import('./column-actions');

/** What can be done to a column: a button whose list comes after the board, and has its room until then. */
export function ColumnMenu({ column, extra = [] }: { column: Column; extra?: readonly MenuItem[] }) {
  const actions = useLoaded(loadActions);
  return actions ? <actions.ColumnActions column={column} extra={extra} /> : <span className={styles['room']} />;
}

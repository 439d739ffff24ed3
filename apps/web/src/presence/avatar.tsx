import { hueStyle } from '../board/hues';
import { classNames } from '../ui/class-names';
import { initialsOf } from './initials';
import styles from './presence.module.css';

/** A person as a sign: initials on a colour of their own. */
export function Avatar({ name, note, hue, live }: { name: string; note?: string; hue: number; live?: boolean }) {
  const label = note === undefined ? name : `${name}, ${note}`;
  return (
    <span className={classNames(styles['avatar'], live && styles['live'])} style={hueStyle(hue)} title={label}>
      <span aria-hidden="true">{initialsOf(name)}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}

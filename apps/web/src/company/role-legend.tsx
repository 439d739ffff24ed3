import { t } from '@talkan/words/words';
import styles from './people.module.css';
import { ROLE_MEANS, ROLE_NAMES, ROLES_DOWN } from './role-words';

/** What each role may do. */
export function RoleLegend() {
  return (
    <dl className={styles['legend']} aria-label={t`What each role may do`}>
      {ROLES_DOWN.map((role) => (
        <div key={role}>
          <dt>{ROLE_NAMES[role]}</dt>
          <dd>{ROLE_MEANS[role]}</dd>
        </div>
      ))}
    </dl>
  );
}

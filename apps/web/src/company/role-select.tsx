import type { Role } from '@talkan/board/roles';
import { ChevronDown } from 'lucide-react';
import { readRole, ROLE_NAMES, ROLES_DOWN } from './role-words';
import styles from './role-select.module.css';

interface RoleSelectProps {
  label: string;
  role: Role;
  disabled?: boolean;
  onChange: (role: Role) => void;
}

export function RoleSelect({ label, role, disabled, onChange }: RoleSelectProps) {
  return (
    <span className={styles['select']}>
      <select
        aria-label={label}
        value={role}
        disabled={disabled}
        onChange={(event) => onChange(readRole(event.target.value))}
      >
        {ROLES_DOWN.map((value) => (
          <option key={value} value={value}>
            {ROLE_NAMES[value]}
          </option>
        ))}
      </select>
      <ChevronDown size={14} aria-hidden="true" />
    </span>
  );
}

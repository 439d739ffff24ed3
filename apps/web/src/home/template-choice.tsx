import { TEMPLATES, templateTitles, type Template } from '@talkan/board/templates';
import { t } from '@talkan/words/words';
import { useId } from 'react';
import styles from './dialogs.module.css';

const NAMES: Readonly<Record<Template, string>> = {
  empty: t`Empty`,
  kanban: t`Kanban`,
  sprint: t`Sprint`,
  bugs: t`Bug triage`,
};
/** How many cards stand in each column of the drawing. */
const DRAWN: Readonly<Record<Template, readonly number[]>> = {
  empty: [],
  kanban: [3, 2, 1],
  sprint: [3, 2, 2, 1, 2],
  bugs: [3, 1, 2, 1, 3],
};

/** The template that a draft names. */
export function readTemplate(text: string): Template {
  return TEMPLATES.find((template) => template === text) ?? 'kanban';
}

interface TemplateChoiceProps {
  value: Template;
  onChange: (template: Template) => void;
}

/** What a board is to begin with: four drawings to choose from. */
export function TemplateChoice({ value, onChange }: TemplateChoiceProps) {
  const name = useId();
  return (
    <fieldset className={styles['group']}>
      <legend>{t`Start with`}</legend>
      <div className={styles['templates']}>
        {TEMPLATES.map((template) => (
          <label key={template} className={styles['template']}>
            <input
              type="radio"
              name={name}
              checked={template === value}
              aria-describedby={`${name}-columns`}
              onChange={() => onChange(template)}
            />
            <Drawing template={template} />
            {NAMES[template]}
          </label>
        ))}
      </div>
      <p id={`${name}-columns`} className={styles['columns']}>
        {columnsOf(value)}
      </p>
    </fieldset>
  );
}

function columnsOf(template: Template): string {
  const titles = templateTitles(template);
  return titles.length === 0 ? t`No columns: you make your own.` : titles.join(' · ');
}

const [WIDE, HIGH, GAP, CARD] = [104, 52, 4, 9];

function Drawing({ template }: { template: Template }) {
  const columns = DRAWN[template];
  const width = (WIDE - GAP * (columns.length + 1)) / Math.max(columns.length, 1);
  return (
    <svg viewBox={`0 0 ${WIDE} ${HIGH}`} className={styles['drawing']} aria-hidden="true">
      {columns.length === 0 && (
        <rect x={GAP} y={GAP} width={28} height={HIGH - 2 * GAP} rx={3} className={styles['wanted']} />
      )}
      {columns.flatMap((cards, column) => {
        const x = GAP + column * (width + GAP);
        return [
          <rect key={column} x={x} y={GAP} width={width * 0.6} height={3} rx={1.5} className={styles['head']} />,
          ...Array.from({ length: cards }, (_, card) => (
            <rect
              key={`${column}-${card}`}
              x={x}
              y={GAP + 7 + card * (CARD + 3)}
              width={width}
              height={CARD}
              rx={2}
              className={styles['leaf']}
            />
          )),
        ];
      })}
    </svg>
  );
}

import type { TextRange } from '@talkan/board/search-words';
import { t } from '@talkan/words/words';
import { useEffect, type MouseEvent } from 'react';
import styles from './palette.module.css';
import type { Group, PaletteItem } from './source';

interface OptionsProps {
  listId: string;
  groups: readonly Group[];
  active: PaletteItem | undefined;
  /** @param elsewhere in another tab */
  onChoose: (item: PaletteItem, elsewhere: boolean) => void;
  onPoint: (id: string) => void;
}

/** What was found. The focus stays in the field, which has the keys. */
export function Options({ listId, groups, active, onChoose, onPoint }: OptionsProps) {
  const idOf = (item: PaletteItem) => `${listId} ${item.id}`.replaceAll(' ', '-');
  const activeId = active && idOf(active);
  useEffect(() => {
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);
  const choose = (item: PaletteItem) => (event: MouseEvent) =>
    onChoose(item, event.ctrlKey || event.metaKey || event.button === 1);

  return (
    // oxlint-disable jsx-a11y/prefer-tag-over-role -- A select has no field to type in, and no browser lets a datalist be drawn.
    <div id={listId} role="listbox" aria-label={t`Results`} className={styles['list']}>
      {groups.map(({ title, items }) => (
        <div key={title} role="group" aria-labelledby={`${listId}-${title.replaceAll(' ', '-')}`}>
          <p id={`${listId}-${title.replaceAll(' ', '-')}`} role="presentation" className={styles['group']}>
            {title}
          </p>
          {items.map((item) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- Its keys are those of the field.
            <div
              key={item.id}
              id={idOf(item)}
              role="option"
              tabIndex={-1}
              aria-selected={item === active}
              className={styles['option']}
              onPointerDown={(event) => event.preventDefault()}
              onPointerMove={() => item !== active && onPoint(item.id)}
              onClick={choose(item)}
              onAuxClick={choose(item)}
            >
              <Option item={item} />
            </div>
          ))}
        </div>
      ))}
    </div>
    // oxlint-enable jsx-a11y/prefer-tag-over-role
  );
}

function Option({ item }: { item: PaletteItem }) {
  const { icon: Icon, name, title, titleMatches, place, snippet, isWhole, archived, keys } = item;
  return (
    <>
      {Icon && <Icon size={16} aria-hidden="true" />}
      <span className={styles['what']} data-whole={isWhole}>
        <span dir="auto" className={styles['title']}>
          {name !== undefined && <span className={styles['name']}>{name} </span>}
          <Marked text={title} ranges={titleMatches} />
        </span>
        {snippet && (
          <span dir="auto" className={styles['snippet']}>
            <Marked text={snippet.text} ranges={snippet.matches} />
          </span>
        )}
      </span>
      {archived && <span className={styles['archived']}>{t`Archived`}</span>}
      {place !== undefined && <bdi className={styles['place']}>{place}</bdi>}
      {keys !== undefined && <kbd>{keys}</kbd>}
    </>
  );
}

/** A text with the places that match. */
function Marked({ text, ranges }: { text: string; ranges: readonly TextRange[] }) {
  const parts = ranges.flatMap(([from, to], index) => [
    text.slice(ranges[index - 1]?.[1] ?? 0, from),
    <mark key={from}>{text.slice(from, to)}</mark>,
  ]);
  return (
    <>
      {parts}
      {text.slice(ranges.at(-1)?.[1] ?? 0)}
    </>
  );
}

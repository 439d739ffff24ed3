import { Fragment, type ReactNode } from 'react';
import { Link } from 'wouter';
import { formatLine, formatMessage, type Block, type Inline } from './format';
import styles from './message.module.css';

/** A message as React elements: nothing in it is taken for HTML. */
export function MessageText({ text, boardKey }: { text: string; boardKey: string }) {
  return formatMessage(text, boardKey).map((block, index) => <BlockView key={index} block={block} />);
}

/** One sentence, its card numbers linked. */
export function SentenceText({ text, boardKey }: { text: string; boardKey: string }) {
  return <InlineView parts={formatLine(text, boardKey)} />;
}

function BlockView({ block }: { block: Block }): ReactNode {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p dir="auto">
          {block.lines.map((line, index) => (
            <Fragment key={index}>
              {index > 0 && <br />}
              <InlineView parts={line} />
            </Fragment>
          ))}
        </p>
      );
    case 'list':
      return <ListView start={block.start} items={block.items} />;
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      );
  }
}

function ListView({ start, items }: { start: number | null; items: readonly (readonly Inline[])[] }) {
  const rows = items.map((item, index) => (
    <li key={index}>
      <InlineView parts={item} />
    </li>
  ));
  if (start !== null)
    return (
      <ol dir="auto" start={start}>
        {rows}
      </ol>
    );
  return (
    <ul dir="auto" className={styles['bullets']}>
      {rows}
    </ul>
  );
}

function InlineView({ parts }: { parts: readonly Inline[] }): ReactNode {
  return parts.map((part, index) => <PartView key={index} part={part} />);
}

function PartView({ part }: { part: Inline }): ReactNode {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'code':
      return <code>{part.text}</code>;
    case 'bold':
      return (
        <strong>
          <InlineView parts={part.children} />
        </strong>
      );
    case 'stress':
      return (
        <em>
          <InlineView parts={part.children} />
        </em>
      );
    case 'card':
      return <CardLink name={part.text} />;
  }
}

/** A card by its number, on this board or not: the page of the card says so if not. */
export function CardLink({ name }: { name: string }) {
  return (
    <Link href={`/${name}`} className={styles['card'] ?? ''}>
      {name}
    </Link>
  );
}

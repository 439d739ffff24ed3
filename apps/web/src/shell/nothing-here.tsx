import { useLocation } from 'wouter';
import { Place } from './place';

export function NothingHere({ home }: { home: string }) {
  const [, go] = useLocation();
  return (
    <Place title="There is nothing at this address" action={{ label: 'Go to the board', run: () => go(home) }}>
      The link may be old, or a letter of it got lost.
    </Place>
  );
}

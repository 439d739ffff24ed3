import { describe, expect, it } from 'vitest';
import { boardChoices, sectionsOf } from './board-list';

const AT = '2026-11-24T12:00:00.000Z';

function board(title: string, more: { starred?: boolean; visitedAt?: string; archived?: boolean } = {}) {
  const { starred = false, visitedAt = null, archived = false } = more;
  return {
    id: title,
    key: title.slice(0, 2).toUpperCase(),
    title,
    starred,
    visitedAt,
    archivedAt: archived ? AT : null,
  };
}
const titles = (boards: readonly { title: string }[]) => boards.map(({ title }) => title);

describe('the boards at home', () => {
  it('are all of them by title, as people sort them', () => {
    const sections = sectionsOf([board('Sprint 10'), board('Sprint 9'), board('apples'), board('Éclairs')]);
    expect(titles(sections.all)).toEqual(['apples', 'Éclairs', 'Sprint 9', 'Sprint 10']);
    expect([sections.starred, sections.recent, sections.archived]).toEqual([[], [], []]);
  });

  it('have the last six that were opened first, but for those with a star, which stand before', () => {
    const boards = Array.from({ length: 9 }, (_, day) =>
      board(`Day ${day}`, { visitedAt: `2026-11-0${day + 1}T12:00:00.000Z`, starred: day === 7 }),
    );
    const { starred, recent, all } = sectionsOf(boards);
    expect(titles(starred)).toEqual(['Day 7']);
    expect(titles(recent)).toEqual(['Day 8', 'Day 6', 'Day 5', 'Day 4', 'Day 3', 'Day 2']);
    expect(all).toHaveLength(9);
  });

  it('keep archived ones apart, whatever was marked on them', () => {
    const { starred, recent, all, archived } = sectionsOf([
      board('Old', { archived: true, starred: true, visitedAt: AT }),
      board('New'),
    ]);
    expect(titles(archived)).toEqual(['Old']);
    expect(titles(all)).toEqual(['New']);
    expect([...starred, ...recent]).toEqual([]);
  });

  it('are found by part of the title or by the key, in either case', () => {
    const boards = [board('Winter timetable'), board('Fares'), board('Old timetable', { archived: true })];
    expect(titles(sectionsOf(boards, ' TIME ').all)).toEqual(['Winter timetable']);
    expect(titles(sectionsOf(boards, 'time').archived)).toEqual(['Old timetable']);
    expect(titles(sectionsOf(boards, 'fa').all)).toEqual(['Fares']);
    expect(sectionsOf(boards, 'nothing').all).toEqual([]);
  });

  it('are to be chosen from with the likeliest first, each once', () => {
    const boards = [
      board('A'),
      board('B', { visitedAt: AT }),
      board('C', { starred: true, visitedAt: AT }),
      board('D', { archived: true }),
    ];
    expect(titles(boardChoices(boards))).toEqual(['C', 'B', 'A']);
  });
});

/** Nothing of a card's actions is needed to draw a board. */
export const loadCardActions = async () => {
  const [{ cardActions }, { MoveAwayDialog }] = await Promise.all([
    import('./card-actions'),
    import('./move-away-dialog'),
  ]);
  return { cardActions, MoveAwayDialog };
};

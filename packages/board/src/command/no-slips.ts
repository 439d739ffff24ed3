/**
 * Words that are a slip away from a verb of the language and are words all the same: “star the login page” is no wish to start it. They are
 * those of the 9,000 commonest of English.
 */
export const NO_SLIPS: ReadonlySet<string> = new Set(
  (
    'achieve apple attack attacks attract barking black boring bread breakup burning cancer chance cheek chick chose clan ' +
    'closure cocaine command commerce compete complex conduct convict cops corrupt country county court cozy crate creative ' +
    'creature culture current damp dealing deceased deer defence defense definite delicate detailed dies dine dots draw drip drug ' +
    'dumb exit extent fighter finishes flat flaw flowing folk food fund gave given handy hang hard hate haven heave inherit ' +
    'insect insects lick lock loop loose loot loser lover mask minimum movie neat nest pace pads pain pains palace patient pays ' +
    'peace pest pill plain plant play poet pose pots rack rang real rear receive receiver record recovery reliable relieve ' +
    'remorse remote repay report resent reserve respect rest reward rise road sand scrape seed seize sent shaft shirt shoe short ' +
    'shown sick side sigh sing sire site slice slick slim smart snap snow soap soft spend sporting stack stalking stalling ' +
    'standing star stark stars starving sticky stink stitch stock store storm stroke stuck swamp swan swift tale thick threat ' +
    'threats thrown torn trick tuck turf unlock unto upset warp wave whereas wide wife wine wise'
  ).split(' '),
);

// Loaded into a server before its own code: there it is always the moment at which a case plays, give or take a few.
const start = Number(process.env['BENCH_NOW']);
const began = Date.now();
const RealDate = Date;
/** Nothing waits by this clock, and no long run is to see midnight. */
const SLOWER = 1_000;

function now(): number {
  return start + Math.floor((RealDate.now() - began) / SLOWER);
}

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args: readonly unknown[], newTarget) =>
    Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as object,
  get: (target, name, receiver) => (name === 'now' ? now : (Reflect.get(target, name, receiver) as unknown)),
});

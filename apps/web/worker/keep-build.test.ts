import { expect, it } from 'vitest';
import { keepBuild } from './keep-build';

/** A browser's store, of which a file may be out of reach. */
function placesWithout(missing: string | null) {
  const kept = new Map<string, string[]>([['older', ['/']]]);
  return {
    kept,
    delete: async (name: string) => kept.delete(name),
    async open(name: string) {
      const files: string[] = [];
      kept.set(name, files);
      const add = (file: unknown) => {
        if (file === missing) throw new TypeError('Failed to fetch');
        files.push(String(file));
      };
      return {
        addAll: async (all: Iterable<unknown>) => {
          for (const file of all) add(file);
        },
        put: async (address: unknown) => add(address),
      };
    },
  };
}
const build = () => ({ name: 'new', files: ['/a.js', '/b.js'], address: '/', page: new Response('page') });

it('keeps the files of a build, and its page when all of them are there', async () => {
  const places = placesWithout(null);
  await keepBuild(places, build());
  expect(places.kept.get('new')).toEqual(['/a.js', '/b.js', '/']);
});

it.each(['/b.js', '/'])(
  'keeps nothing of a build of which %s does not come, and leaves the others',
  async (missing) => {
    const places = placesWithout(missing);
    await expect(keepBuild(places, build())).rejects.toThrow('Failed to fetch');
    expect([...places.kept.keys()]).toEqual(['older']);
  },
);

it('puts a build that it had before behind those that came since', async () => {
  const places = placesWithout(null);
  places.kept.set('new', []).set('newer', []);
  await keepBuild(places, build());
  expect([...places.kept.keys()]).toEqual(['older', 'newer', 'new']);
});

import type { Scene } from './scene.js';
import type { Span } from './words.js';

/** The same words are come by in many ways: in one scene they mean the same each time, and are read once. */
export function onceInScene<Value>(read: (scene: Scene, span: Span) => Value): (scene: Scene, span: Span) => Value {
  const scenes = new WeakMap<Scene, Map<string, { readonly value: Value }>>();
  return (scene, span) => {
    let known = scenes.get(scene);
    if (!known) scenes.set(scene, (known = new Map()));
    const key = `${span.from} ${span.to}`;
    const ready = known.get(key) ?? { value: read(scene, span) };
    known.set(key, ready);
    return ready.value;
  };
}

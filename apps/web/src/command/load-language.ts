/** Loads what the typed command language is made of. */
export async function loadLanguage() {
  return (await import('./language')).language;
}

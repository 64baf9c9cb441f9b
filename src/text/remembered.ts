/** Texts that are kept at most; names repeat much, but a corpus of any size must fit. */
const LIMIT = 50_000;

/** The same pure function, which looks up what it was asked lately: for texts that come again and again. */
export function remembered<T>(compute: (text: string) => T): (text: string) => T {
  let recent = new Map<string, T>();
  let older = new Map<string, T>();
  return (text) => {
    let result = recent.get(text);
    if (result !== undefined) return result;
    result = older.get(text) ?? compute(text);
    // Two halves: what was not asked for during a whole half is forgotten.
    if (recent.size >= LIMIT / 2) {
      older = recent;
      recent = new Map();
    }
    recent.set(text, result);
    return result;
  };
}

/**
 * Whether what stands at `from` in `text` begins with `typed`, but for one typo: a letter too many, missing, or another
 * one, or two neighbours swapped. Where the two first differ decides all of these; without a difference it is true.
 */
export function beginsAlmost(text: string, from: number, typed: string): boolean {
  const at = firstDifference(text, from, typed);
  const i = from + at;
  return (
    at === typed.length ||
    goesOn(text, i + 1, typed, at + 1) ||
    goesOn(text, i + 1, typed, at) ||
    goesOn(text, i, typed, at + 1) ||
    (i + 1 < text.length &&
      text[i] === typed[at + 1] &&
      text[i + 1] === typed[at] &&
      goesOn(text, i + 2, typed, at + 2))
  );
}

/** Whether a text that begins with `start` may begin with `typed` but for one typo. */
export function mayBeginAlmost(start: string, typed: string): boolean {
  const at = firstDifference(start, 0, typed);
  if (at >= start.length || at === typed.length) return true;
  const fits = (rest: string, from: number): boolean =>
    rest.startsWith(start.slice(from)) || start.startsWith(rest, from);
  return (
    fits(typed.slice(at + 1), at + 1) ||
    fits(typed.slice(at), at + 1) ||
    fits(typed.slice(at + 1), at) ||
    (start[at] === typed[at + 1] && fits(`${typed[at]}${typed.slice(at + 2)}`, at + 1))
  );
}

/** Whether the text from `i` on begins as the typed one goes on from `at`; without a copy of either. */
function goesOn(text: string, i: number, typed: string, at: number): boolean {
  for (let next = at; next < typed.length; next++) {
    if (text.charCodeAt(i + next - at) !== typed.charCodeAt(next)) return false;
  }
  return true;
}

function firstDifference(text: string, from: number, typed: string): number {
  let at = 0;
  while (at < typed.length && text.charCodeAt(from + at) === typed.charCodeAt(at)) at++;
  return at;
}

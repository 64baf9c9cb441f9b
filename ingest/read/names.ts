import { readable } from "./text/readable.js";

/** `Last, First` and `Last, First, Jr.` as one says them; a name without comma as it is. */
export function nameInOrder(name: string): string {
  const [last = "", first = "", suffix] = readable(name)
    .split(",")
    .map((part) => part.trim());
  if (first === "") return last;
  return suffix ? `${first} ${last}, ${suffix}` : `${first} ${last}`;
}

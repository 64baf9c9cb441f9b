/** A number from 0 to below `below`. */
export type Random = (below: number) => number;

/** Damages bytes; what is left is never empty. */
export type Mangle = (bytes: Buffer, random: Random) => Buffer;

const without = (bytes: Buffer, from: number, to: number): Buffer =>
  Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
const inserted = (bytes: Buffer, at: number, piece: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);

const STRUCTURE = [...Buffer.from('"{}[],:;<>&@=-\\\t\n')];
const PIECES = ['"', "\\", "{", "}", "[", "]", "<", ">", "&", "&#x0;", "]]>", "\t", "\n", "\n\n", "@", "\\u", "TI  - "];

/** What happens to a record on a bad disk, in a bad editor or in a bad program: most of it is still there. */
export const MANGLES: Readonly<Record<string, Mangle>> = {
  flip: (bytes, random) => {
    const copy = Buffer.from(bytes);
    for (let times = random(3); times >= 0; times--) copy[random(copy.length)] = random(256);
    return copy;
  },
  drop: (bytes, random) => {
    const at = random(bytes.length);
    return without(bytes, at, at + 1);
  },
  "drop structure": (bytes, random) => {
    const wanted = STRUCTURE[random(STRUCTURE.length)]!;
    const found = bytes.indexOf(wanted, random(bytes.length));
    const at = found >= 0 ? found : Math.max(0, bytes.indexOf(wanted));
    return without(bytes, at, at + 1);
  },
  cut: (bytes, random) => {
    const from = random(bytes.length);
    return without(bytes, from, from + 1 + random(bytes.length / 3));
  },
  "cut the end": (bytes, random) => bytes.subarray(0, Math.ceil(bytes.length / 2) + random(bytes.length / 2)),
  "cut the start": (bytes, random) => bytes.subarray(random(bytes.length / 2)),
  insert: (bytes, random) => inserted(bytes, random(bytes.length), Buffer.from(PIECES[random(PIECES.length)]!)),
  "not UTF-8": (bytes, random) => inserted(bytes, random(bytes.length), Buffer.from([0xc3, 0x28].slice(random(2)))),
  NUL: (bytes, random) => inserted(bytes, random(bytes.length), Buffer.alloc(1 + random(4))),
  repeat: (bytes, random) => {
    const from = random(bytes.length);
    return inserted(bytes, random(bytes.length), bytes.subarray(from, from + 1 + random(60)));
  },
  latin1: (bytes) => Buffer.from(bytes.toString("utf8").replace(/[a-z](?=[a-z]{3})/, "\u00e9"), "latin1"),
};

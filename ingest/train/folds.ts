import { hashText } from "../extract/hash.js";

export const FOLD_COUNT = 5;

/** The fold of a paper, by its id alone: it stays when papers are added or come in another order. */
export const foldOf = (id: string): number => hashText(id, 41) % FOLD_COUNT;

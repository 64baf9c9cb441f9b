import { seededRandom } from "./random.js";

const CONTEXTS = 1500;
const OFFSETS = [-2, -1, 1, 2] as const;
const DIMENSIONS = 80;
const OVERSAMPLE = 20;

export interface Vectors {
  readonly count: number;
  readonly width: number;
  /** Vector i: `values[i * width] ...`; of length 1. */
  readonly values: Float32Array;
}

/**
 * Vectors of words: positive pointwise mutual information of a word and each of the most frequent words at four places
 * beside it, reduced by a randomised singular value decomposition (Halko, Martinsson and Tropp 2011).
 */
export const wordVectors = (texts: readonly Int32Array[], count: number): Vectors => {
  const matrix = informationMatrix(texts, count);
  const width = DIMENSIONS + OVERSAMPLE;
  const columns = CONTEXTS * OFFSETS.length;
  const random = seededRandom(5);
  let right: Float32Array = new Float32Array(columns * width);
  for (let i = 0; i < right.length; i++) right[i] = random() + random() + random() - 1.5;
  let left: Float32Array = new Float32Array(0);
  for (let round = 0; round < 3; round++) {
    left = multiply(matrix, right, width, count, false);
    orthonormalise(left, count, width);
    right = multiply(matrix, left, width, columns, true);
    if (round < 2) orthonormalise(right, columns, width);
  }
  // A is about left * right^T: the length of right's columns stands for the singular values.
  const scale = new Float64Array(width);
  for (let k = 0; k < width; k++) {
    let sum = 0;
    for (let i = 0; i < columns; i++) sum += right[i * width + k]! ** 2;
    scale[k] = Math.sqrt(Math.sqrt(sum));
  }
  const values = new Float32Array(count * width);
  for (let i = 0; i < count; i++) {
    let length = 0;
    for (let k = 0; k < width; k++) {
      const value = left[i * width + k]! * scale[k]!;
      values[i * width + k] = value;
      length += value * value;
    }
    const factor = 1 / (Math.sqrt(length) + 1e-9);
    for (let k = 0; k < width; k++) values[i * width + k]! *= factor;
  }
  return { count, width, values };
};

interface SparseMatrix {
  readonly rowStart: Int32Array;
  readonly column: Int32Array;
  readonly value: Float32Array;
}

const informationMatrix = (texts: readonly Int32Array[], count: number): SparseMatrix => {
  const columns = CONTEXTS * OFFSETS.length;
  // Counted in slices of rows, so that the dense counts stay small.
  const slice = 4000;
  const rowStart = new Int32Array(count + 1);
  const column: number[] = [];
  const value: number[] = [];
  const columnSum = new Float64Array(columns);
  let total = 0;
  const eachPair = (from: number, to: number, see: (row: number, col: number) => void): void => {
    for (const text of texts)
      for (let i = 0; i < text.length; i++) {
        const word = text[i]!;
        if (word < from || word >= to) continue;
        for (let k = 0; k < OFFSETS.length; k++) {
          const other = text[i + OFFSETS[k]!];
          if (other !== undefined && other >= 0 && other < CONTEXTS) see(word, k * CONTEXTS + other);
        }
      }
  };
  eachPair(0, count, (_, col) => {
    columnSum[col]! += 1;
    total += 1;
  });
  for (let from = 0; from < count; from += slice) {
    const to = Math.min(count, from + slice);
    const counts = new Float32Array((to - from) * columns);
    eachPair(from, to, (row, col) => {
      counts[(row - from) * columns + col]! += 1;
    });
    for (let row = from; row < to; row++) {
      const base = (row - from) * columns;
      let rowSum = 1;
      for (let c = 0; c < columns; c++) rowSum += counts[base + c]!;
      for (let c = 0; c < columns; c++) {
        const n = counts[base + c]!;
        if (n === 0) continue;
        const information = Math.log((n * total) / (rowSum * (columnSum[c]! + 1)));
        if (information <= 0) continue;
        column.push(c);
        value.push(information);
      }
      rowStart[row + 1] = column.length;
    }
  }
  return { rowStart, column: Int32Array.from(column), value: Float32Array.from(value) };
};

/** matrix * dense, or its transpose * dense; `rows` of the answer. */
const multiply = (
  matrix: SparseMatrix,
  dense: Float32Array,
  width: number,
  rows: number,
  transposed: boolean,
): Float32Array => {
  const out = new Float32Array(rows * width);
  const { rowStart, column, value } = matrix;
  for (let row = 0; row + 1 < rowStart.length; row++)
    for (let k = rowStart[row]!; k < rowStart[row + 1]!; k++) {
      const into = (transposed ? column[k]! : row) * width;
      const from = (transposed ? row : column[k]!) * width;
      const v = value[k]!;
      for (let d = 0; d < width; d++) out[into + d]! += v * dense[from + d]!;
    }
  return out;
};

/** Gram and Schmidt over the columns, in place. */
const orthonormalise = (matrix: Float32Array, rows: number, width: number): void => {
  const columns = Array.from({ length: width }, (_, k) => {
    const column = new Float64Array(rows);
    for (let i = 0; i < rows; i++) column[i] = matrix[i * width + k]!;
    return column;
  });
  columns.forEach((column, k) => {
    for (let j = 0; j < k; j++) {
      const other = columns[j]!;
      let dot = 0;
      for (let i = 0; i < rows; i++) dot += column[i]! * other[i]!;
      for (let i = 0; i < rows; i++) column[i]! -= dot * other[i]!;
    }
    let length = 0;
    for (let i = 0; i < rows; i++) length += column[i]! * column[i]!;
    const factor = 1 / (Math.sqrt(length) + 1e-12);
    for (let i = 0; i < rows; i++) {
      column[i]! *= factor;
      matrix[i * width + k] = column[i]!;
    }
  });
};

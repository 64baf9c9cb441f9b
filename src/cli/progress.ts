/** How often a line is written where there is no terminal to redraw. */
const LINE_EVERY_MS = 5_000;
const REDRAW_EVERY_MS = 100;

export interface Step {
  /** `loading`, `settling`: what is being done. */
  readonly phase: string;
  /** How many are done. */
  readonly done: number;
  /** What is counted; papers where it is not given. */
  readonly unit?: string;
  readonly rejected: number;
  /** 0 to 1 of the whole, where it is known. */
  readonly fraction?: number | undefined;
}

/** `1:05` or `1:02:05`. */
const clock = (seconds: number): string => {
  const whole = Math.max(0, Math.round(seconds));
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (n: number) => String(n).padStart(2, "0");
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
};

/** `loading: 1,200 papers, 340/s, 3 rejected, 0:12 left`. */
export const progressLine = ({ phase, done, unit = "papers", rejected, fraction }: Step, seconds: number): string => {
  const rate = seconds > 0 ? done / seconds : 0;
  const digits = { maximumFractionDigits: rate < 10 ? 1 : 0 };
  const parts = [`${phase}: ${done.toLocaleString("en")} ${unit}`, `${rate.toLocaleString("en", digits)}/s`];
  if (rejected > 0) parts.push(`${rejected.toLocaleString("en")} rejected`);
  if (fraction !== undefined && fraction > 0 && fraction < 1 && seconds >= 1) {
    parts.push(`${clock((seconds * (1 - fraction)) / fraction)} left`);
  }
  return parts.join(", ");
};

interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

interface ProgressOptions {
  /** Bytes of all files, where they are known: then the time left is shown. */
  readonly size?: number | undefined;
  readonly out?: Terminal;
  readonly now?: () => number;
}

/** Shows how far a long command is: one line redrawn on a terminal, a new line every few seconds elsewhere. */
export class ProgressLine {
  readonly #out: Terminal;
  readonly #now: () => number;
  readonly #size: number | undefined;
  /** When the phase began: each has its own rate. */
  #started: number;
  #phase = "";
  #bytes = 0;
  #last: number;

  constructor({ size, out = process.stderr, now = () => performance.now() }: ProgressOptions = {}) {
    this.#out = out;
    this.#now = now;
    this.#size = size;
    this.#started = now();
    this.#last = out.isTTY ? Number.NEGATIVE_INFINITY : this.#started;
  }

  /** Counts bytes that were read from the files. */
  readonly addBytes = (count: number): void => {
    this.#bytes += count;
  };

  update(step: Step): void {
    const now = this.#now();
    if (this.#phase !== "" && this.#phase !== step.phase) this.#started = now;
    this.#phase = step.phase;
    if (now - this.#last < (this.#out.isTTY ? REDRAW_EVERY_MS : LINE_EVERY_MS)) return;
    this.#last = now;
    const fraction = step.fraction ?? (this.#size ? this.#bytes / this.#size : undefined);
    const line = progressLine({ ...step, fraction }, (now - this.#started) / 1000);
    this.#out.write(this.#out.isTTY ? `\r\u001b[2K${line}` : `${line}\n`);
  }

  /** Takes the line away from a terminal; the summary comes in its place. */
  end(): void {
    if (this.#out.isTTY) this.#out.write("\r\u001b[2K");
  }
}
